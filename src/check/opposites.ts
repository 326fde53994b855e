import { stem } from "../text/terms.ts";
import type { Word } from "./read-words.ts";
import { listed } from "./word-lists.ts";

/**
 * Words that say which way something goes: up or down in amount, good or bad in quality. A way that stands in two lists,
 * as `mitigate` (less of something bad) does, agrees with either.
 */
const WAYS = {
  good:
    "better best improve improves improved improving improvement improvements outperform outperforms outperformed outperforming " +
    "surpass surpasses surpassed exceed exceeds exceeded beat beats superior superiority effective effectively effectiveness " +
    "efficient efficiently efficiency well good robust robustly robustness success successful successfully succeed succeeds " +
    "strong strongly stronger benefit benefits beneficial benefited advantage advantages advantageous helpful help helps helped " +
    "accurate accurately accuracy reliable reliably reliability safe safer safely capable able ability excel excels excellent gain gains " +
    "correct correctly valid useful usefulness enable enables enabled promising stable stably stability consistent consistently " +
    "rescue rescues rescued ameliorate ameliorates ameliorated restore restores restored encourage encourages encouraged favorable favourable protect protects protective protected facilitate facilitates easy easily easier mitigate mitigates " +
    "mitigated mitigating alleviate alleviates alleviated overcome overcomes solve solves solved resolve resolves suffice suffices sufficient sufficiently enough " +
    "adequate adequately positive positively impressive remarkable remarkably comparable competitive faithful trustworthy flexible feasible possible",
  bad:
    "worse worst worsen worsens worsened worsening degrade degrades degraded degrading degradation deteriorate deteriorates deteriorated " +
    "underperform underperforms inferior ineffective ineffectively inefficient inefficiently poorly poor bad badly brittle fragile " +
    "fail fails failed failing failure failures weak weakly weaker hurt hurts harm harms harmful harmed hinder hinders hindered hamper " +
    "hampers impair impairs impaired impairment struggle struggles struggled struggling suffer suffers suffered unable incapable inability " +
    "inaccurate inaccurately unreliable unreliably unsafe incorrect incorrectly wrong wrongly invalid lack lacks lacking lacked insufficient " +
    "insufficiently inadequate unstable instability inconsistent inconsistently useless exacerbate exacerbates exacerbated aggravate " +
    "aggravates vulnerable susceptible difficult difficulty hard harder negative negatively unfavorable detrimental adverse adversely " +
    "damage damages damaged disrupt disrupts disrupted halt halts halted suboptimal prone impossible infeasible limited limits undermine undermines drop drops dropped fall falls fell short lag lags",
  up:
    "increase increases increased increasing increasingly rise rises rose rising raise raises raised raising grow grows grew growing " +
    "growth higher high highest highly more most greater greatest great larger large largest big bigger boost boosts boosted boosting " +
    "enhance enhances enhanced enhancing enhancement amplify amplifies amplified amplification up elevate elevates elevated upregulate " +
    "upregulates upregulated upregulation accelerate accelerates accelerated faster fast promote promotes promoted promoting promotion " +
    "encourage encourages encouraged raises heighten heightens heightened induce induces induced inducing stimulate stimulates stimulated activate activates activated activation expand expands expanded " +
    "extend extends extended longer long many much exacerbate exacerbates exacerbated worsen worsens worsened strengthen strengthens " +
    "overexpression gain gains add adds added often frequently frequent commonly common majority widespread double doubles doubled " +
    "maximise maximize maximizes prolong prolongs prolonged abundant improve improves improved improving improvement",
  down:
    "decrease decreases decreased decreasing reduce reduces reduced reducing reduction reductions lower low lowest lowers lowered less least " +
    "fewer few fewest drop drops dropped decline declines declined declining fall falls fell falling smaller small smallest diminish " +
    "diminishes diminished diminishing down lessen lessens downregulate downregulates downregulated downregulation slow slower slows " +
    "slowed inhibit inhibits inhibited inhibiting inhibition inhibitory suppress suppresses suppressed suppression attenuate attenuates " +
    "attenuated prevent prevents prevented preventing prevention shrink shrinks shorter short loss lose loses lost losing weaken weakens " +
    "weakened deplete depleted depletion deficient deficiency knockdown repress represses repressed repression delay delays delayed dampen dampens dampened blunted blunt halt halts halted discourage discourages curb curbs mitigate mitigates mitigated mitigating mitigation alleviate " +
    "alleviates alleviated alleviation eliminate eliminates eliminated avoid avoids avoided block blocks blocked blocking impair impairs " +
    "impaired rarely rare seldom hardly barely scarce minority halve halves halved minimise minimize minimizes degrade degrades degraded " +
    "degradation protect protects protective protected remove removes removed",
} as const;

/** Pairs whose meanings exclude each other, beside those of `WAYS`. */
const PAIRS =
  "with/without within/beyond can/cannot possible/impossible similar/different same/different like/unlike simple/complex " +
  "simple/challenging simple/difficult simple/hard easy/difficult easy/hard easy/challenging simpler/challenging simpler/harder " +
  "early/late earlier/later before/after first/last head/tail open/closed open/proprietary public/private true/false " +
  "always/never always/sometimes include/exclude accept/reject agree/disagree presence/absence present/absent active/inactive " +
  "online/offline supervised/unsupervised sensitive/resistant sensitivity/resistance susceptible/resistant dependent/independent " +
  "independently/dependent necessary/unnecessary require/without top/bottom upper/lower inside/outside internal/external " +
  "synthetic/real artificial/natural automatic/manual automatically/manually human/machine local/global static/dynamic discrete/continuous " +
  "linear/nonlinear sparse/dense short/long small/large single/multiple one/many deterministic/randomized monolingual/multilingual " +
  "encoder/decoder seen/unseen known/unknown common/rare narrow/broad wide/narrow cheap/expensive free/paid fixed/flexible " +
  "frozen/trainable freeze/train shared/separate together/separately increase/unchanged remain/change converge/diverge " +
  "balanced/imbalanced biased/unbiased fair/unfair gain/loss male/female men/women acute/chronic proximal/distal maternal/paternal " +
  "agonist/antagonist benign/malignant hypo/hyper normal/abnormal young/old younger/older left/right trust/distrust " +
  "bottleneck/advantage inverse/direct inversely/directly support/oppose support/contradict confirm/refute confirm/contradict prove/disprove " +
  "attract/repel gradual/abrupt gradually/suddenly toxic/nontoxic all/none everything/nothing both/neither remain/disappear immune/hypersensitive immune/susceptible stable/increasing stable/decreasing poor/strong robust/prone immune/prone resistant/prone hardly/quite";

/** What turns a word round when put before it. */
const NEGATIVE_PREFIX = /^(?:un|in|im|ir|il|non|dis|de|under)-?/u;
const LEAST_PREFIXED_LETTERS = 4;

type Way = keyof typeof WAYS;

const OPPOSITE_WAY: Readonly<Record<Way, Way>> = { good: "bad", bad: "good", up: "down", down: "up" };
const WAYS_OF_WORD = waysOfWord();
const OPPOSITE_STEMS = new Set(
  PAIRS.split(" ").flatMap((pair) => {
    const [one = "", other = ""] = pair.split("/").map(stem);
    return [`${one}/${other}`, `${other}/${one}`];
  }),
);

/** Of the words that say a way, those that a paper has to agree with: a claim says little else. */
const TELLING = listed(
  "better best improve improves improved improving improvement outperform outperforms outperformed surpass surpasses exceed exceeds",
  "effective ineffective worse worst worsen worsens worsened worsening degrade degrades degraded poorly fail fails hurt hurts harm harms",
  "increase increases increased increasing higher highest lower lowest decrease decreases decreased decreasing reduce reduces reduced",
  "reducing reduction raises boost boosts enhance enhances enhanced faster slower slows greater fewer less mitigate mitigates alleviate",
  "encourages encouraged promotes facilitates accelerates represses halts disrupts damages raises raised impairs enables protects prevents inhibits suppresses positively negatively negative inaccurate accurate unable incapable superior inferior insufficient sufficient",
);

/** Whether two words say the same (1), the opposite (-1), or neither (0): by lists and negative prefixes, in any context. */
export function relationOf(one: Word, other: Word): -1 | 0 | 1 {
  if (one.folded === other.folded) return 1;
  const relation = compareWays(WAYS_OF_WORD.get(one.folded), WAYS_OF_WORD.get(other.folded));
  if (relation !== 0) return relation;
  if (one.stem === other.stem) return 1;
  const isOpposite = OPPOSITE_STEMS.has(`${one.stem}/${other.stem}`);
  return isOpposite || isPrefixed(one, other) || isPrefixed(other, one) ? -1 : 0;
}

/** Whether the word says which way something goes and a claim stands or falls with it. */
export function isTelling({ folded }: Word): boolean {
  return TELLING.has(folded);
}

/** Which way a comparison goes: 1 for more or better, -1 for less or worse, 0 for words that don't say. */
export function wayOf({ folded }: Word): -1 | 0 | 1 {
  const ways = WAYS_OF_WORD.get(folded);
  if (!ways) return 0;
  const isUp = ways.has("up") || ways.has("good");
  const isDown = ways.has("down") || ways.has("bad");
  if (isUp === isDown) return 0;
  return isUp ? 1 : -1;
}

function waysOfWord(): ReadonlyMap<string, ReadonlySet<Way>> {
  const ways = new Map<string, Set<Way>>();
  for (const way of ["good", "bad", "up", "down"] as const) {
    for (const word of listed(WAYS[way])) ways.set(word, (ways.get(word) ?? new Set()).add(way));
  }
  return ways;
}

function compareWays(one: ReadonlySet<Way> | undefined, other: ReadonlySet<Way> | undefined): -1 | 0 | 1 {
  if (!one || !other) return 0;
  const isSame = !one.isDisjointFrom(other);
  const isOpposite = [...one].some((way) => other.has(OPPOSITE_WAY[way]));
  if (isSame === isOpposite) return isSame ? 1 : 0;
  return isSame ? 1 : -1;
}

function isPrefixed(one: Word, other: Word): boolean {
  const bare = one.folded.replace(NEGATIVE_PREFIX, "");
  return bare !== one.folded && bare.length >= LEAST_PREFIXED_LETTERS && stem(bare) === other.stem;
}
