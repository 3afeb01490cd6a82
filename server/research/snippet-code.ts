import type { SnippetLanguage } from '#shared/contract/research.ts'

/**
 * What gives a measure in another program, from a network `G` (networkx) or `g` (igraph) with the attribute `sector`. Every piece
 * sets `result`: a number, or one per id or sector. Undefined figures are left out or NaN there.
 */
export type SnippetCode = Partial<Record<SnippetLanguage, string>>

const NX = {
  crossing: 'crossing = [(a, b) for a, b in G.edges if sector[a] != sector[b]]',
  sizes: 'sizes = [len(c) for c in nx.connected_components(G)]',
} as const
const IG = { crossing: 'crossing = [e for e in g.es if sector[e.source] != sector[e.target]]' } as const
const R = { crossing: 'crossing <- sector[ends[, 1]] != sector[ends[, 2]]' } as const

const lines = (...parts: string[]): string => parts.join('\n')
const byName = (values: string): string => `result = dict(zip(g.vs["name"], ${values}))`

const NETWORK: Readonly<Record<string, SnippetCode>> = {
  density: {
    'python-networkx': 'result = nx.density(G)',
    'python-igraph': 'result = g.density()',
    'r-igraph': 'result <- edge_density(g)',
  },
  components: {
    'python-networkx': 'result = nx.number_connected_components(G)',
    'python-igraph': 'result = len(g.connected_components())',
    'r-igraph': 'result <- components(g)$no',
  },
  largest_component: {
    'python-networkx': lines(NX.sizes, 'result = max(sizes)'),
    'python-igraph': 'result = max(g.connected_components().sizes())',
    'r-igraph': 'result <- max(components(g)$csize)',
  },
  isolates: {
    'python-networkx': 'result = nx.number_of_isolates(G)',
    'python-igraph': 'result = g.degree().count(0)',
    'r-igraph': 'result <- sum(degree(g) == 0)',
  },
  connectedness: {
    'python-networkx': lines(NX.sizes, 'result = sum(c * (c - 1) for c in sizes) / (n * (n - 1))'),
    'python-igraph': 'result = sum(c * (c - 1) for c in g.connected_components().sizes()) / (n * (n - 1))',
    'r-igraph': lines('size <- components(g)$csize', 'result <- sum(size * (size - 1)) / (n * (n - 1))'),
  },
  mean_degree: {
    'python-networkx': 'result = 2 * m / n',
    'python-igraph': 'result = 2 * m / n',
    'r-igraph': 'result <- mean(degree(g))',
  },
  max_degree: {
    'python-networkx': 'result = max(d for _, d in G.degree)',
    'python-igraph': 'result = g.maxdegree()',
    'r-igraph': 'result <- max(degree(g))',
  },
  centralization: {
    'python-networkx': lines(
      'degree = [d for _, d in G.degree]',
      'result = sum(max(degree) - d for d in degree) / ((n - 1) * (n - 2))',
    ),
    'python-igraph': lines(
      'degree = g.degree()',
      'result = sum(max(degree) - d for d in degree) / ((n - 1) * (n - 2))',
    ),
    'r-igraph': 'result <- centr_degree(g, loops = FALSE)$centralization',
  },
  cut_points: {
    'python-networkx': 'result = len(list(nx.articulation_points(G)))',
    'python-igraph': 'result = len(g.articulation_points())',
    'r-igraph': 'result <- length(articulation_points(g))',
  },
  bridges: {
    'python-networkx': 'result = len(list(nx.bridges(G)))',
    'python-igraph': 'result = len(g.bridges())',
    'r-igraph': 'result <- length(bridges(g))',
  },
  resilience: {
    'python-networkx': lines(
      'blocks = [len(b) for b in nx.biconnected_components(G)]',
      'result = sum(b * (b - 1) for b in blocks) / (n * (n - 1))',
    ),
    'python-igraph': lines(
      'blocks = [len(b) for b in g.biconnected_components()]',
      'result = sum(b * (b - 1) for b in blocks) / (n * (n - 1))',
    ),
    'r-igraph': lines(
      'block <- lengths(biconnected_components(g)$components)',
      'result <- sum(block * (block - 1)) / (n * (n - 1))',
    ),
  },
  average_clustering: {
    'python-networkx': 'result = nx.average_clustering(G)',
    'python-igraph': 'result = g.transitivity_avglocal_undirected(mode="zero")',
    'r-igraph': 'result <- mean(transitivity(g, type = "local", isolates = "zero"))',
  },
  transitivity: {
    'python-networkx': 'result = nx.transitivity(G)',
    'python-igraph': 'result = g.transitivity_undirected()',
    'r-igraph': 'result <- transitivity(g, type = "global")',
  },
  triangles: {
    'python-networkx': 'result = sum(nx.triangles(G).values()) // 3',
    'python-igraph': 'result = len(g.cliques(3, 3))',
    'r-igraph': 'result <- sum(count_triangles(g)) / 3',
  },
  external: {
    'python-networkx': lines(NX.crossing, 'result = len(crossing)'),
    'python-igraph': lines(IG.crossing, 'result = len(crossing)'),
    'r-igraph': lines(R.crossing, 'result <- sum(crossing)'),
  },
  internal: {
    'python-networkx': lines(NX.crossing, 'result = m - len(crossing)'),
    'python-igraph': lines(IG.crossing, 'result = m - len(crossing)'),
    'r-igraph': lines(R.crossing, 'result <- sum(!crossing)'),
  },
  ei: {
    'python-networkx': lines(NX.crossing, 'result = (2 * len(crossing) - m) / m'),
    'python-igraph': lines(IG.crossing, 'result = (2 * len(crossing) - m) / m'),
    'r-igraph': lines(R.crossing, 'result <- (sum(crossing) - sum(!crossing)) / length(crossing)'),
  },
  assortativity: {
    'python-networkx': 'result = nx.attribute_assortativity_coefficient(G, "sector")',
    'python-igraph': 'result = g.assortativity_nominal(number, directed=False)',
    'r-igraph': 'result <- assortativity_nominal(g, as.integer(factor(sector)), directed = FALSE)',
  },
  modularity: {
    'python-networkx': lines(
      'parts = [{v for v in G if sector[v] == s} for s in set(sector.values())]',
      'result = nx.community.modularity(G, parts)',
    ),
    'python-igraph': 'result = g.modularity(number)',
    'r-igraph': 'result <- modularity(g, as.integer(factor(sector)))',
  },
  segregation: {
    'python-networkx': lines(
      NX.crossing,
      'sizes = Counter(sector.values()).values()',
      'expected = m * (n ** 2 - sum(k ** 2 for k in sizes)) / (n * (n - 1))',
      'result = (expected - len(crossing)) / expected',
    ),
    'python-igraph': lines(
      IG.crossing,
      'sizes = Counter(sector).values()',
      'expected = m * (n ** 2 - sum(k ** 2 for k in sizes)) / (n * (n - 1))',
      'result = (expected - len(crossing)) / expected',
    ),
    'r-igraph': lines(
      R.crossing,
      'size <- as.numeric(table(sector))',
      'expected <- length(crossing) * (n^2 - sum(size^2)) / (n * (n - 1))',
      'result <- (expected - sum(crossing)) / expected',
    ),
  },
  reach: {
    'python-networkx': lines(NX.crossing, 'result = len({v for tie in crossing for v in tie}) / n'),
    'python-igraph': lines(IG.crossing, 'result = len({v for e in crossing for v in e.tuple}) / n'),
    'r-igraph': lines(R.crossing, 'result <- length(unique(c(ends[crossing, ]))) / n'),
  },
}

/** Per sector, by its id. */
const SECTORS: Readonly<Record<string, SnippetCode>> = {
  members: {
    'python-networkx': 'result = dict(Counter(sector.values()))',
    'python-igraph': 'result = dict(Counter(sector))',
    'r-igraph': 'result <- table(sector)',
  },
  reached: {
    'python-networkx': lines(
      NX.crossing,
      'reached = {v for tie in crossing for v in tie}',
      'result = {s: sum(sector[v] == s for v in reached) for s in set(sector.values())}',
    ),
    'python-igraph': lines(
      IG.crossing,
      'reached = {v for e in crossing for v in e.tuple}',
      'result = {s: sum(sector[v] == s for v in reached) for s in set(sector)}',
    ),
    'r-igraph': lines(
      R.crossing,
      'reached <- unique(c(ends[crossing, ]))',
      'result <- table(factor(sector[reached], levels = unique(sector)))',
    ),
  },
  external: {
    'python-networkx': lines(
      NX.crossing,
      'held = Counter(sector[v] for tie in crossing for v in tie)',
      'result = {s: held[s] for s in set(sector.values())}',
    ),
    'python-igraph': lines(
      IG.crossing,
      'held = Counter(sector[v] for e in crossing for v in e.tuple)',
      'result = {s: held[s] for s in set(sector)}',
    ),
    'r-igraph': lines(
      R.crossing,
      'result <- table(factor(sector[c(ends[crossing, ])], levels = unique(sector)))',
    ),
  },
  internal: {
    'python-networkx': lines(
      'held = Counter(sector[a] for a, b in G.edges if sector[a] == sector[b])',
      'result = {s: held[s] for s in set(sector.values())}',
    ),
    'python-igraph': lines(
      'held = Counter(sector[e.source] for e in g.es if sector[e.source] == sector[e.target])',
      'result = {s: held[s] for s in set(sector)}',
    ),
    'r-igraph': lines(
      R.crossing,
      'result <- table(factor(sector[ends[!crossing, 1]], levels = unique(sector)))',
    ),
  },
}

/** Per actor, by its id. */
const ACTORS: Readonly<Record<string, SnippetCode>> = {
  degree: {
    'python-networkx': 'result = dict(G.degree)',
    'python-igraph': byName('g.degree()'),
    'r-igraph': 'result <- degree(g)',
  },
  ei: {
    'python-networkx': lines(
      'outside = {v: sum(sector[w] != sector[v] for w in G[v]) for v in G}',
      'result = {v: (2 * outside[v] - d) / d for v, d in G.degree if d > 0}',
    ),
    'r-igraph': lines(
      'outside <- sapply(V(g), function(v) sum(sector[neighbors(g, v)] != sector[v]))',
      'result <- (2 * outside - degree(g)) / degree(g)',
    ),
  },
  betweenness: {
    'python-networkx': 'result = nx.betweenness_centrality(G, normalized=False)',
    'python-igraph': byName('g.betweenness()'),
    'r-igraph': 'result <- betweenness(g)',
  },
  betweenness_norm: {
    'python-networkx': 'result = nx.betweenness_centrality(G)',
    'python-igraph': byName('[2 * b / ((n - 1) * (n - 2)) for b in g.betweenness()]'),
    'r-igraph': 'result <- betweenness(g, normalized = TRUE)',
  },
  closeness: {
    'python-networkx': 'result = nx.closeness_centrality(G)',
    'python-igraph': lines(
      'part = g.connected_components()',
      'others = [part.size(k) - 1 for k in part.membership]',
      'nearness = g.closeness(normalized=False)',
      byName('[r * r * c / (n - 1) if r else 0 for r, c in zip(others, nearness)]'),
    ),
    'r-igraph': lines(
      'part <- components(g)',
      'others <- part$csize[part$membership] - 1',
      'result <- ifelse(others == 0, 0, others^2 * closeness(g) / (n - 1))',
      'names(result) <- V(g)$name',
    ),
  },
  harmonic: {
    'python-networkx': 'result = nx.harmonic_centrality(G)',
    'python-igraph': byName('g.harmonic_centrality(normalized=False)'),
    'r-igraph': 'result <- harmonic_centrality(g)',
  },
  harmonic_norm: {
    'python-networkx': 'result = {v: h / (n - 1) for v, h in nx.harmonic_centrality(G).items()}',
    'python-igraph': byName('g.harmonic_centrality()'),
    'r-igraph': 'result <- harmonic_centrality(g, normalized = TRUE)',
  },
  constraint: {
    'python-networkx': 'result = nx.constraint(G)',
    'python-igraph': byName('g.constraint()'),
    'r-igraph': 'result <- constraint(g)',
  },
  effective_size: {
    'python-networkx': 'result = nx.effective_size(G)',
    'r-igraph': 'result <- degree(g) - 2 * count_triangles(g) / degree(g)',
  },
  core: {
    'python-networkx': 'result = nx.core_number(G)',
    'python-igraph': byName('g.coreness()'),
    'r-igraph': 'result <- coreness(g)',
  },
  triangles: {
    'python-networkx': 'result = nx.triangles(G)',
    'r-igraph': lines('result <- count_triangles(g)', 'names(result) <- V(g)$name'),
  },
  clustering: {
    'python-networkx': 'result = nx.clustering(G)',
    'python-igraph': byName('g.transitivity_local_undirected(mode="zero")'),
    'r-igraph': lines(
      'result <- transitivity(g, type = "local", isolates = "zero")',
      'names(result) <- V(g)$name',
    ),
  },
  page_rank: {
    'python-networkx': 'result = nx.pagerank(G, alpha=0.85, tol=1e-13, max_iter=1000)',
    'python-igraph': byName('g.pagerank(damping=0.85)'),
    'r-igraph': 'result <- page_rank(g, damping = 0.85)$vector',
  },
  blau: {
    'python-networkx': lines(
      'shares = {v: [c / len(G[v]) for c in Counter(sector[w] for w in G[v]).values()] for v in G if len(G[v])}',
      'result = {v: 1 - sum(p * p for p in share) for v, share in shares.items()}',
    ),
    'r-igraph': lines(
      'result <- sapply(V(g), function(v) 1 - sum(prop.table(table(sector[neighbors(g, v)]))^2))',
      'result[degree(g) == 0] <- NA',
    ),
  },
  shannon: {
    'python-networkx': lines(
      'shares = {v: [c / len(G[v]) for c in Counter(sector[w] for w in G[v]).values()] for v in G if len(G[v])}',
      'result = {v: -sum(p * log(p) for p in share) for v, share in shares.items()}',
    ),
    'r-igraph': lines(
      'entropy <- function(p) -sum(p * log(p))',
      'result <- sapply(V(g), function(v) entropy(as.numeric(prop.table(table(sector[neighbors(g, v)])))))',
      'result[degree(g) == 0] <- NA',
    ),
  },
}

export const SNIPPET_CODE: Readonly<Record<string, Readonly<Record<string, SnippetCode>>>> = {
  network: NETWORK,
  sectors: SECTORS,
  actors: ACTORS,
}
