package io.controlcenter.platform.sample;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class HearingThings {

    static final String TOPIC = "other.thing.v1";
    static final String SAID = "other.thing.said.v1";

    record Said(String words) {}

    final AtomicInteger tries = new AtomicInteger();
    volatile boolean deaf;
    private final JdbcClient db;

    HearingThings(JdbcClient db) {
        this.db = db;
    }

    /** Appends to what was heard under the key; newer versions only. */
    @OnEvent(topic = TOPIC, type = SAID)
    void said(Event<Said> event) {
        tries.incrementAndGet();
        db.sql("""
                        insert into heard (key, words, version) values (:key, :words, :version)
                        on conflict (key) do update set words = heard.words || ' ' || :words, version = :version
                        where heard.version < :version""")
                .param("key", event.subject())
                .param("words", event.data().words())
                .param("version", event.version())
                .update();
        if (deaf || event.data().words().equals("poison")) {
            throw new IllegalStateException("cannot hear " + event.data().words());
        }
    }
}
