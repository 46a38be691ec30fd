package io.controlcenter.deploy.bench;

import io.controlcenter.deploy.platform.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The same trivial service behind the gateway and behind nginx's plain proxy: an nginx that answers a small JSON text. */
final class TrivialService implements AutoCloseable {

    private static String configuration(Path folder, int port, int proxyPort) {
        return """
            worker_processes 1;
            daemon off;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events { worker_connections 1024; }
            http {
              access_log off;
              client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
              keepalive_requests 1000000;
              upstream trivial { server 127.0.0.1:%2$d; keepalive 64; keepalive_requests 1000000; }
              server {
                listen 127.0.0.1:%2$d;
                location / { default_type application/json; return 200 '{"items":[],"of":"a trivial service"}'; }
              }
              server {
                listen 127.0.0.1:%3$d;
                location / { proxy_pass http://trivial; proxy_http_version 1.1; proxy_set_header Connection ""; }
              }
            }
            """.formatted(folder, port, proxyPort);
    }

    private final int port;
    private final int proxyPort;
    private final Process nginx;

    TrivialService() throws IOException {
        var free = Ports.free();
        this.port = free.smtp();
        this.proxyPort = free.inbox();
        var folder = Files.createTempDirectory("control-center-bench");
        var configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, configuration(folder, port, proxyPort));
        nginx = new ProcessBuilder("nginx", "-c", configuration.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of(folder.toString(), "nginx.log").toFile())
                .start();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String proxyUrl() {
        return "http://127.0.0.1:" + proxyPort;
    }

    @Override
    public void close() throws IOException {
        nginx.destroy();
        try {
            nginx.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
