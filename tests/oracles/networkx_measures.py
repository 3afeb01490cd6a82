"""Reads networks as lines of JSON from stdin, prints networkx's measures of each as a line of JSON. Undefined is null."""
import json
import math
import sys

import networkx as nx
from networkx.algorithms import bipartite


def plain(value):
    if isinstance(value, dict):
        return [plain(value[v]) for v in range(len(value))]
    if isinstance(value, (list, tuple)):
        return [plain(entry) for entry in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def projection(graph, labels):
    """Actors are those of the network, events the sectors of their partners."""
    both = nx.Graph()
    both.add_nodes_from(graph)
    both.add_edges_from((v, f'event {labels[w]}') for v in graph for w in graph[v])
    joined = bipartite.collaboration_weighted_projected_graph(both, list(graph))
    return sorted([min(a, b), max(a, b), d['weight']] for a, b, d in joined.edges(data=True))


def of_sectors(graph, labels):
    sectors = sorted(set(labels))
    groups = [{v for v in graph if labels[v] == sector} for sector in sectors]
    places = {sector: i for i, sector in enumerate(sectors)}
    mixing = nx.attribute_mixing_matrix(graph, 'sector', mapping=places, normalized=False)
    return {
        'modularity': nx.community.modularity(graph, groups),
        'assortativity': nx.attribute_assortativity_coefficient(graph, 'sector'),
        'mixing': mixing.tolist(),
    }


def measures_of(n, edges, labels, **_):
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(edges)
    nx.set_node_attributes(graph, dict(enumerate(labels)), 'sector')
    slow = {'constraint': nx.constraint(graph), 'projection': projection(graph, labels)} if n <= 300 else {}
    return {
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
        **(of_sectors(graph, labels) if edges else {}),
        **slow,
    }


for line in sys.stdin:
    found = measures_of(**json.loads(line))
    print(json.dumps({key: plain(value) for key, value in found.items()}))
