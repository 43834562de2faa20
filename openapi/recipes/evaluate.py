#!/usr/bin/env python3
"""Python, solo con su biblioteca estándar: guarda un plan y dice qué alternativas son viables.

Uso: evaluate.py http://127.0.0.1:3000 plan.json [clave]
"""
import json
import sys
import urllib.error
import urllib.request

base, plan, *key = sys.argv[1:]
headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {key[0]}"} if key else {})}


def call(method, path, body=None):
    request = urllib.request.Request(base + path, data=body, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        problem = json.load(error)
        for item in problem.get("errors", []):
            print(item["pointer"], item["message"], file=sys.stderr)
        sys.exit(f"{problem['status']} {problem['title']}: {problem['detail']}")


with open(plan, "rb") as file:
    stored = call("POST", "/v1/scenarios", file.read())
result = call("GET", f"/v1/scenarios/{stored['id']}/evaluation?include=figures,viability")
for alternative in result["variants"][0]["alternatives"]:
    print(f"{alternative['id']}: {'viable' if alternative['viable'] else 'no viable'}")
