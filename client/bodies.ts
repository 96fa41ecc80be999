/** The bytes of a file. A stream is sent as it comes; browsers need HTTP/2 for that, a Blob works everywhere. */
export type FileBody = Blob | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | string;

/** A CSV text, where an operation takes one in place of JSON. */
export type Csv = { csv: string };
