/** A page as the server made it, as a document: nothing in it runs. */
export interface FetchedPage {
  readonly status: number;
  /** Where the server sent us in the end. */
  readonly address: string;
  readonly page: Document | null;
}

/** How a page is asked for. */
export interface PageRequest {
  readonly address: string;
  readonly body: FormData | URLSearchParams;
  readonly signal?: AbortSignal;
  readonly progress?: (sent: number, of: number) => void;
}

/**
 * Sends a form and gives the page that answers. `XMLHttpRequest` makes a document from HTML without passing text into a
 * place that Trusted Types guard, so no policy is needed.
 */
export function fetchedPage({ address, body, signal, progress }: PageRequest): Promise<FetchedPage> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.responseType = 'document';
    request.setRequestHeader('accept', 'text/html');
    request.onload = () =>
      resolve({ status: request.status, address: request.responseURL, page: request.responseXML });
    request.onerror = () => reject(new Error('no connection'));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    if (progress !== undefined) {
      request.upload.onprogress = (event) => progress(event.loaded, event.total);
    }
    request.send(body);
  });
}
