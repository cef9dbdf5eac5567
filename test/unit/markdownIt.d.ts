/** The part of markdown-it that tests use. The package brings no types. */
declare module 'markdown-it' {
  interface Token {
    readonly type: string;
    readonly content: string;
    readonly children: readonly Token[] | null;
  }
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it.
  export default class MarkdownIt {
    constructor(options?: { readonly html?: boolean; readonly linkify?: boolean });
    parse(text: string, env: object): readonly Token[];
    render(text: string): string;
  }
}
