import { SNIPPET_LANGUAGES, type SnippetLanguage } from '#shared/contract/research.ts'
import { SNIPPET_CODE, type SnippetCode } from './snippet-code.ts'

/** Languages in which a measure can be had again, by its id. */
export function snippetLanguages(measureId: string): SnippetLanguage[] {
  const code = codeOf(measureId)
  return SNIPPET_LANGUAGES.filter((language) => code?.[language] !== undefined)
}

function codeOf(measureId: string): SnippetCode | undefined {
  const [table = '', key = ''] = measureId.split('.')
  return SNIPPET_CODE[table]?.[key]
}

/** Code that reads nodes.csv and edges.csv beside it and prints the measure; null where there is none in the language. */
export function writeSnippet(
  measureId: string,
  language: SnippetLanguage,
  comment: readonly string[],
): string | null {
  const code = codeOf(measureId)?.[language]
  if (code === undefined) return null
  const head = comment.map((line) => `# ${line}`)
  const { before, after } = AROUND[language]
  return `${[...head, ...imports(language, code), ...before, code, ...after].join('\n')}\n`
}

function imports(language: SnippetLanguage, code: string): string[] {
  if (language === 'r-igraph') return []
  const needed = ['import csv']
  if (/\blog\(/.test(code)) needed.push('from math import log')
  if (/\bCounter\(/.test(code)) needed.push('from collections import Counter')
  return [...needed, '']
}

const READ_PYTHON = [
  '',
  'nodes = list(csv.DictReader(open("nodes.csv", encoding="utf-8")))',
  'edges = list(csv.DictReader(open("edges.csv", encoding="utf-8")))',
]
const PRINT_PYTHON = [
  '',
  'if isinstance(result, dict):',
  '    for name, value in sorted(result.items()):',
  '        print(name, value)',
  'else:',
  '    print(result)',
]

const AROUND: Readonly<Record<SnippetLanguage, { before: readonly string[]; after: readonly string[] }>> = {
  'python-networkx': {
    before: [
      'import networkx as nx',
      ...READ_PYTHON,
      'G = nx.Graph()',
      'G.add_nodes_from((row["id"], {"sector": row["sector"]}) for row in nodes)',
      'G.add_edges_from((row["source"], row["target"]) for row in edges)',
      'n, m = G.number_of_nodes(), G.number_of_edges()',
      'sector = dict(G.nodes(data="sector"))',
      '',
    ],
    after: PRINT_PYTHON,
  },
  'python-igraph': {
    before: [
      'import igraph as ig',
      ...READ_PYTHON,
      'place = {row["id"]: v for v, row in enumerate(nodes)}',
      'g = ig.Graph(len(nodes), [(place[row["source"]], place[row["target"]]) for row in edges])',
      'g.vs["name"] = [row["id"] for row in nodes]',
      'sector = [row["sector"] for row in nodes]',
      'names = {s: k for k, s in enumerate(sorted(set(sector)))}',
      'number = [names[s] for s in sector]',
      'n, m = g.vcount(), g.ecount()',
      '',
    ],
    after: PRINT_PYTHON,
  },
  'r-igraph': {
    before: [
      'library(igraph)',
      '',
      'nodes <- read.csv("nodes.csv", colClasses = "character", na.strings = character(0))',
      'edges <- read.csv("edges.csv", colClasses = "character", na.strings = character(0))',
      'g <- graph_from_data_frame(edges[, c("source", "target")], directed = FALSE, vertices = nodes)',
      'n <- vcount(g)',
      'sector <- V(g)$sector',
      'ends <- ends(g, E(g), names = FALSE)',
      '',
    ],
    after: ['', 'print(result)'],
  },
}
