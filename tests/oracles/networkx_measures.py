"""Reads one network as JSON from stdin, prints networkx's measures of it as JSON. Undefined is null."""
import json
import math
import sys

import networkx as nx
from networkx.algorithms import bipartite

given = json.load(sys.stdin)
n, edges, labels = given['n'], given['edges'], given['labels']
graph = nx.Graph()
graph.add_nodes_from(range(n))
graph.add_edges_from(edges)
nx.set_node_attributes(graph, dict(enumerate(labels)), 'sector')


def plain(value):
    if isinstance(value, dict):
        return [plain(value[v]) for v in range(n)]
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def projection():
    """Actors are those of the network, events the sectors of their partners."""
    both = nx.Graph()
    both.add_nodes_from(range(n))
    both.add_edges_from((v, f'event {labels[w]}') for v in graph for w in graph[v])
    joined = bipartite.collaboration_weighted_projected_graph(both, range(n))
    return sorted([min(a, b), max(a, b), d['weight']] for a, b, d in joined.edges(data=True))


measures = {
    'density': nx.density(graph) if n > 1 else None,
    'component_sizes': sorted(map(len, nx.connected_components(graph)), reverse=True),
    'cut_points': sorted(nx.articulation_points(graph)),
    'bridges': sorted(sorted(tie) for tie in nx.bridges(graph)),
    'block_sizes': sorted(map(len, nx.biconnected_components(graph))),
    'core_number': nx.core_number(graph),
    'triangles_at': nx.triangles(graph),
    'triangles': sum(nx.triangles(graph).values()) // 3,
    'transitivity': nx.transitivity(graph),
    'average_clustering': nx.average_clustering(graph) if n else None,
    'page_rank': nx.pagerank(graph, tol=1e-13 / n, max_iter=1000) if n else [],
    'betweenness': nx.betweenness_centrality(graph, normalized=False),
    'closeness': nx.closeness_centrality(graph),
    'harmonic': nx.harmonic_centrality(graph),
    'effective_size': nx.effective_size(graph),
}
if edges:
    sectors = sorted(set(labels))
    groups = [{v for v in graph if labels[v] == sector} for sector in sectors]
    measures['modularity'] = nx.community.modularity(graph, groups)
    measures['assortativity'] = nx.attribute_assortativity_coefficient(graph, 'sector')
    mixing = nx.attribute_mixing_matrix(
        graph, 'sector', mapping={sector: i for i, sector in enumerate(sectors)}, normalized=False
    )
    measures['mixing'] = mixing.tolist()
if n <= 300:
    measures['constraint'] = nx.constraint(graph)
    measures['projection'] = projection()
print(json.dumps({key: plain(value) for key, value in measures.items()}))
