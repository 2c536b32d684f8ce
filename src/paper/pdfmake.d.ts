// As much of pdfmake 0.3 as is used here: its published types pull in those of a browser.
declare module 'pdfmake' {
  /** A part of a page: words, a table, several of them one below the other (pdfmake.github.io/docs). */
  export type Content = string | { readonly [key: string]: unknown } | readonly Content[]
  interface Document {
    getBuffer(): Promise<Uint8Array>
  }
  /** A whole document. */
  export interface Definition {
    readonly content: Content
    readonly header?: (page: number, pages: number) => Content | null
    readonly footer?: (page: number, pages: number) => Content | null
    readonly [key: string]: unknown
  }
  const pdfmake: {
    addFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void
    setUrlAccessPolicy(allowed: (url: string) => boolean): void
    setLocalAccessPolicy(allowed: (path: string) => boolean): void
    createPdf(definition: Definition): Document
  }
  export default pdfmake
}
