"""Reads one network as JSON from stdin, prints igraph's measures of it as JSON. Undefined is null."""
import json
import math
import sys

import igraph

given = json.load(sys.stdin)
n, edges, labels, other = given['n'], given['edges'], given['labels'], given['other']
sources = given['sources']
graph = igraph.Graph(n=n, edges=edges)


def plain(value):
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


components = graph.connected_components()
measures = {
    'density': graph.density() if n > 1 else None,
    'component_sizes': sorted(components.sizes(), reverse=True),
    'cut_points': sorted(graph.articulation_points()),
    'bridges': sorted(sorted(graph.es[e].tuple) for e in graph.bridges()),
    'block_sizes': sorted(len(block) for block in graph.biconnected_components()),
    'degree': graph.degree(),
    'core_number': graph.coreness(),
    'triangles': len(graph.list_triangles()),
    'transitivity': graph.transitivity_undirected(mode='nan'),
    'average_clustering': graph.transitivity_avglocal_undirected(mode='zero') if n else None,
    'local_clustering': graph.transitivity_local_undirected(mode='nan'),
    'constraint': graph.constraint(),
    'page_rank': graph.pagerank() if n else [],
    'modularity': graph.modularity(labels) if edges else None,
    'assortativity': graph.assortativity_nominal(labels, directed=False) if edges else None,
    'adjusted_rand': igraph.compare_communities(labels, other, 'adjusted_rand') if n > 1 else None,
    'mutual_information': igraph.compare_communities(labels, other, 'nmi') if n > 1 else None,
}
if sources is None:
    reached = [components.sizes()[c] - 1 for c in components.membership]
    near = graph.closeness(normalized=True) if n else []
    measures['betweenness'] = graph.betweenness()
    measures['harmonic'] = graph.harmonic_centrality(normalized=False)
    # igraph looks at an actor's own component alone; Wasserman and Faust weigh by its share of the others
    measures['closeness'] = [r / (n - 1) * c if r else 0 for r, c in zip(reached, near)]
    measures['mean_distance'] = graph.average_path_length(unconn=True)
else:
    rows = graph.distances(source=sources)
    finite = [[d for d in row if 0 < d < math.inf] for row in rows]
    measures['harmonic_from'] = [math.fsum(1 / d for d in row) for row in finite]
    measures['closeness_from'] = [len(row) / (n - 1) * len(row) / sum(row) if row else 0 for row in finite]
    measures['mean_distance_from'] = sum(map(sum, finite)) / sum(map(len, finite))
print(json.dumps({key: plain(value) for key, value in measures.items()}))
