{{/* Labels of everything that belongs to an application. Call with (dict "root" $ "name" name). */}}
{{- define "control-center.labels" -}}
{{ include "control-center.selector" . }}
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: control-center
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "control-center.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{/* Variables that an application is told, without secrets. Call with (dict "root" $ "name" name "app" app). */}}
{{- define "control-center.environment" -}}
{{- $values := .root.Values }}
{{- $environment := dict
      "PORT" "8080"
      "LOG_FORMAT" "ecs"
      "ISSUER" $values.publicUrl
      "JWKS_URI" "http://identity-service:8080/oauth2/jwks"
      "KAFKA_BOOTSTRAP_SERVERS" $values.kafka.bootstrapServers
      "CONTROLCENTER_SANDBOX" (toString $values.sandbox)
      "TRACE_EXPORT" (toString $values.tracing.enabled)
      "TRACE_SAMPLING" (toString $values.tracing.sampling)
      "OTLP_TRACES_ENDPOINT" $values.tracing.endpoint }}
{{- if .app.context }}
{{- $_ := set $environment "DB_HOST" $values.postgres.host }}
{{- $_ := set $environment "DB_PORT" (toString $values.postgres.port) }}
{{- end }}
{{- if eq .name "gateway" }}
{{- range $name, $app := $values.applications }}
{{- if $app.context }}
{{- $_ := set $environment (printf "%s_URL" (upper $app.context)) (printf "http://%s:8080" $name) }}
{{- end }}
{{- end }}
{{- if $values.ingress.enabled }}
{{- $_ := set $environment "FORWARD_HEADERS" "native" }}
{{- $_ := set $environment "TRUSTED_PROXIES" $values.ingress.trustedProxies }}
{{- end }}
{{- end }}
{{- if eq .name "identity-service" }}
{{- $_ := set $environment "SECURE_COOKIES" (toString (hasPrefix "https://" $values.publicUrl)) }}
{{- end }}
{{- if eq .name "notification-service" }}
{{- $_ := set $environment "PORTAL_URL" $values.publicUrl }}
{{- $_ := set $environment "SMTP_HOST" $values.smtp.host }}
{{- $_ := set $environment "SMTP_PORT" (toString $values.smtp.port) }}
{{- $_ := set $environment "SMTP_AUTH" (toString $values.smtp.auth) }}
{{- $_ := set $environment "SMTP_STARTTLS" (toString $values.smtp.starttls) }}
{{- end }}
{{- $environment = merge (dict) (.app.env | default dict) $values.defaults.env $values.kafka.env $environment }}
{{- range $name, $value := $environment }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
