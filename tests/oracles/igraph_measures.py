"""Reads networks as lines of JSON from stdin, prints igraph's measures of each as a line of JSON. Undefined is null."""
import json
import math
import sys

import igraph


def plain(value):
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def from_everybody(graph, components):
    n = graph.vcount()
    reached = [components.sizes()[c] - 1 for c in components.membership]
    near = graph.closeness(normalized=True) if n else []
    return {
        'betweenness': graph.betweenness(),
        'harmonic': graph.harmonic_centrality(normalized=False),
        # igraph looks at an actor's own component alone; Wasserman and Faust weigh by its share of the others
        'closeness': [r / (n - 1) * c if r else 0 for r, c in zip(reached, near)],
        'mean_distance': graph.average_path_length(unconn=True),
    }


def from_some(graph, sources):
    n = graph.vcount()
    finite = [[d for d in row if 0 < d < math.inf] for row in graph.distances(source=sources)]
    return {
        'harmonic_from': [math.fsum(1 / d for d in row) for row in finite],
        'closeness_from': [len(row) / (n - 1) * len(row) / sum(row) if row else 0 for row in finite],
        'mean_distance_from': sum(map(sum, finite)) / sum(map(len, finite)),
        'betweenness': graph.betweenness(),
    }


def measures_of(n, edges, labels, other, sources):
    graph = igraph.Graph(n=n, edges=edges)
    components = graph.connected_components()
    # classes must be numbered below n
    classes = [sorted(set(labels)).index(label) for label in labels]
    best = graph.community_leiden(objective_function='modularity', n_iterations=-1) if edges else None
    return {
        'leiden_modularity': best.modularity if best else None,
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
        'modularity': graph.modularity(classes) if edges else None,
        'assortativity': graph.assortativity_nominal(classes, directed=False) if edges else None,
        'adjusted_rand': igraph.compare_communities(classes, other, 'adjusted_rand') if n > 1 else None,
        'mutual_information': igraph.compare_communities(classes, other, 'nmi') if n > 1 else None,
        **(from_everybody(graph, components) if sources is None else from_some(graph, sources)),
    }


for line in sys.stdin:
    found = measures_of(**json.loads(line))
    print(json.dumps({key: plain(value) for key, value in found.items()}))
