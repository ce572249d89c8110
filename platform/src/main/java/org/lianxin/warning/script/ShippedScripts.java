package org.lianxin.warning.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.ScamType;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The scripts that come with the product are version 1 of every type; before anybody is let in. What people made of them since is left alone. */
@Component
class ShippedScripts implements SmartLifecycle {

    private static final int BEFORE_THE_DOORS_OPEN = 0;

    private final ScopedTransactions transactions;
    private final ScriptStore store;
    private volatile boolean running;

    ShippedScripts(ScopedTransactions transactions, ScriptStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /** The Markdown that comes with the product. */
    static String markdown(ScamType type) {
        String name = "/warning/scripts/" + type.code() + ".md";
        try (InputStream file = ShippedScripts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void start() {
        String reason = Words.say(Locale.CHINESE, "warning.script.shipped");
        transactions.runAs(ScriptVersions.JOB, () -> {
            int added = 0;
            for (ScamType type : ScamType.values()) {
                added += store.addShipped(type.code(), markdown(type), reason);
            }
            return added;
        });
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_DOORS_OPEN;
    }
}
