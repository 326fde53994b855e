import { join } from "node:path";
import type { EmbeddingEndpoint } from "../config/model-source.ts";
import type { ChatModelSettings, Config } from "../config.ts";
import type { EmbeddingModel } from "../models/embedding-model.ts";
import { createEndpointModel } from "../models/endpoint-embeddings.ts";
import { createFolderModel } from "../models/folder-embeddings.ts";
import { createHubModel } from "../models/hub-embeddings.ts";
import { createMiniLmModel } from "../models/minilm-embeddings.ts";
import { OPENAI_ADDRESS } from "../models/openai-address.ts";

/**
 * The embedding model that the configuration asks for, fetched but not loaded: the embedded one where it names none. A
 * notice tells what is fetched, and what a model leaves out.
 * @throws {ModelError} where it names a folder that holds no model, or one of the hub that can't be had.
 * @throws {StorageError} where a model of the hub can't be kept.
 */
export async function createEmbeddingModel(
  config: Config,
  onNotice: (notice: string) => void,
): Promise<EmbeddingModel> {
  const model = await chooseModel(config, onNotice);
  if (!model.tokens) onNotice(lateStageNotice(model));
  return model;
}

async function chooseModel(
  { embeddingModel, dataDir, chat }: Config,
  onNotice: (notice: string) => void,
): Promise<EmbeddingModel> {
  switch (embeddingModel?.kind) {
    case undefined:
      return createMiniLmModel();
    case "hub":
      return await createHubModel(embeddingModel.name, { cacheDir: join(dataDir, "models"), onNotice });
    case "folder":
      return createFolderModel(embeddingModel.folder);
    case "endpoint":
      return createEndpointModel(withKey(embeddingModel, chat));
  }
}

function lateStageNotice({ fingerprint }: EmbeddingModel): string {
  return `The embedding model ${fingerprint} gives whole vectors and no vectors of tokens: papers are ranked by words and vectors, without the late stage.`;
}

/** The key is OpenAI's, or that of the chat model's server: no other server is sent it. */
function withKey(endpoint: EmbeddingEndpoint, chat: ChatModelSettings | undefined) {
  const { origin } = new URL(endpoint.baseUrl);
  const isTrusted = [OPENAI_ADDRESS, chat?.baseUrl].some(
    (address) => address !== undefined && new URL(address).origin === origin,
  );
  return chat?.apiKey && isTrusted ? { ...endpoint, apiKey: chat.apiKey } : endpoint;
}
