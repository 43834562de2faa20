#!/bin/sh
# curl: guarda un plan y baja sus renglones en CSV. Uso: evaluate.sh http://127.0.0.1:3000 plan.json [clave]
set -eu
base=$1
plan=$2
set -- --silent --show-error --fail-with-body ${3:+--header "Authorization: Bearer $3"}
id=$(curl "$@" --header 'Content-Type: application/json' --header "Idempotency-Key: $(cksum < "$plan" | tr ' ' -)" \
  --data-binary "@$plan" "$base/v1/scenarios" | sed 's/.*"id":"\([^"]*\)".*/\1/')
curl "$@" --compressed "$base/v1/scenarios/$id/lines.csv"
