"""Runs the pieces of code on standard input (a JSON object by name), each on its own, and prints what they call `result`."""
import contextlib
import io
import json
import math
import sys
import traceback


def plain(value):
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    number = float(value)
    return None if math.isnan(number) else number


answers = {}
for name, code in json.load(sys.stdin).items():
    printed = io.StringIO()
    try:
        scope = {"__name__": "snippet"}
        with contextlib.redirect_stdout(printed):
            exec(code, scope)
        answers[name] = {"result": plain(scope["result"]), "printed": printed.getvalue()}
    except Exception:
        answers[name] = {"error": traceback.format_exc()}
json.dump(answers, sys.stdout)
