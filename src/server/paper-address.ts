import type { Paper } from "../domain/paper.ts";
import type { AddressOf } from "../stream/ui-message-stream.ts";

/**
 * The absolute addresses of papers for the reader of one request: where a paper is known outside, that address, else its
 * page here, under `publicUrl` or under the scheme and host of the request. The host must have been checked before.
 */
export function paperAddresses(publicUrl: string | undefined, request: Request): AddressOf {
  const base = publicUrl ?? `${new URL(request.url).protocol}//${request.headers.get("host")}`;
  return (paper: Paper) => paper.outsideUrl ?? `${base}/papers/${encodeURIComponent(paper.paperId)}`;
}
