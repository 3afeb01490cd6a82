"""Runs the peers of the benchmark: a request per line on stdin, a line with seconds and result back. One process for a whole run."""
import json
import resource
import sys
import time

LOADED = {}


def load(path):
    """n, the sector of everybody, and ties as an m x 2 array: what a program holds before it has a graph."""
    if path not in LOADED:
        import numpy

        flat = numpy.fromfile(path, dtype=numpy.uint32)
        n = int(flat[0])
        LOADED[path] = (n, flat[1 : n + 1].astype(numpy.int64), flat[n + 1 :].reshape(-1, 2).astype(numpy.int32))
    return LOADED[path]


def igraph_graph(path):
    import igraph

    n, labels, pairs = load(path)
    return igraph.Graph(n=n, edges=pairs), labels, pairs


def mixing(labels, pairs):
    import numpy

    count = int(labels.max()) + 1
    a, b = labels[pairs[:, 0]], labels[pairs[:, 1]]
    flat = numpy.bincount(a * count + b, minlength=count * count).reshape(count, count)
    matrix = flat + flat.T
    inside = int(numpy.trace(flat))
    return matrix, (len(pairs) - 2 * inside) / len(pairs)


def igraph_panel(path, communities=True):
    graph, labels, pairs = igraph_graph(path)
    found = {
        'components': len(graph.connected_components()),
        'clustering': graph.transitivity_local_undirected(mode='zero')[:3],
        'core': max(graph.coreness()),
        'pagerank': graph.pagerank()[:3],
        'constraint': graph.constraint()[:3],
        'cut_points': len(graph.articulation_points()),
        'bridges': len(graph.bridges()),
        'ei': mixing(labels, pairs)[1],
        'assortativity': graph.assortativity_nominal(labels.tolist(), directed=False),
    }
    if communities:
        found['modularity'] = graph.community_leiden(objective_function='modularity').modularity
    return found


PANEL_PARTS = {
    'graph': lambda g, labels, pairs: None,
    'components': lambda g, labels, pairs: g.connected_components(),
    'clustering': lambda g, labels, pairs: g.transitivity_local_undirected(mode='zero'),
    'core': lambda g, labels, pairs: g.coreness(),
    'pagerank': lambda g, labels, pairs: g.pagerank(),
    'burt': lambda g, labels, pairs: g.constraint(),
    'cut_points': lambda g, labels, pairs: (g.articulation_points(), g.bridges()),
    'sectors': lambda g, labels, pairs: (mixing(labels, pairs), g.assortativity_nominal(labels.tolist(), directed=False)),
    'communities': lambda g, labels, pairs: g.community_leiden(objective_function='modularity'),
}


def igraph_panel_parts(path):
    """Processor seconds of every part of the panel."""
    started = time.process_time()
    graph, labels, pairs = igraph_graph(path)
    seconds = {'graph': time.process_time() - started}
    for name, part in PANEL_PARTS.items():
        if name == 'graph':
            continue
        started = time.process_time()
        part(graph, labels, pairs)
        seconds[name] = time.process_time() - started
    return seconds


def igraph_betweenness(path):
    graph, _, _ = igraph_graph(path)
    return {'betweenness': graph.betweenness()}


def igraph_nearness(path):
    graph, _, _ = igraph_graph(path)
    near = graph.closeness(normalized=True)
    return {'closeness': near, 'harmonic': graph.harmonic_centrality(normalized=False)}


def igraph_all_pairs(path):
    graph, _, _ = igraph_graph(path)
    return {
        'betweenness': graph.betweenness(),
        'closeness': graph.closeness(normalized=True),
        'harmonic': graph.harmonic_centrality(normalized=False),
    }


def igraph_communities(path):
    graph, _, _ = igraph_graph(path)
    return {'modularity': graph.community_leiden(objective_function='modularity').modularity}


def networkx_panel(path):
    """Without constraint and communities, which take networkx minutes at 10,000 actors."""
    import networkx

    n, labels, pairs = load(path)
    graph = networkx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(pairs.tolist())
    networkx.set_node_attributes(graph, dict(enumerate(labels.tolist())), 'sector')
    return {
        'components': networkx.number_connected_components(graph),
        'clustering': [networkx.clustering(graph)[v] for v in range(3)],
        'core': max(networkx.core_number(graph).values()),
        'pagerank': [networkx.pagerank(graph)[v] for v in range(3)],
        'cut_points': len(set(networkx.articulation_points(graph))),
        'bridges': len(list(networkx.bridges(graph))),
        'ei': mixing(labels, pairs)[1],
        'assortativity': networkx.attribute_assortativity_coefficient(graph, 'sector'),
    }


def networkx_graph(path):
    import networkx

    n, _, pairs = load(path)
    graph = networkx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(pairs.tolist())
    return graph


def networkx_nearness(path):
    import networkx

    graph = networkx_graph(path)
    return {
        'closeness': list(networkx.closeness_centrality(graph).values()),
        'harmonic': list(networkx.harmonic_centrality(graph).values()),
    }


TASKS = {
    name: task
    for name, task in globals().items()
    if callable(task) and name.startswith(('igraph_', 'networkx_')) and not name.endswith('_graph')
}


def answer(request):
    load(request['network'])
    started, busy = time.perf_counter(), time.process_time()
    result = TASKS[request['task']](request['network'])
    seconds, busy = time.perf_counter() - started, time.process_time() - busy
    if not request.get('values'):
        result = {key: value for key, value in result.items() if not isinstance(value, list)}
    # kilobytes on Linux
    peak = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {'seconds': seconds, 'busy': busy, 'result': result, 'peak_bytes': peak}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
