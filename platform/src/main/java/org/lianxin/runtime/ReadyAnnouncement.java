package org.lianxin.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.lianxin.shared.DemoSignIns;
import org.lianxin.shared.ReadyNotice;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on the terminal and in {@code running.json} that the service is ready, once it is. A node says it to its parent. */
@Component
class ReadyAnnouncement implements DisposableBean {

    static final String READY = "Lianxin is ready: ";

    private final Instance instance;
    private final Environment environment;
    private final ObjectProvider<DemoSignIns> signIns;
    private final ObjectProvider<ReadyNotice> notices;

    ReadyAnnouncement(
            Instance instance,
            Environment environment,
            ObjectProvider<DemoSignIns> signIns,
            ObjectProvider<ReadyNotice> notices) {
        this.notices = notices;
        this.instance = instance;
        this.environment = environment;
        this.signIns = signIns;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        String port = environment.getProperty("local.server.port");
        if (port == null || !environment.getProperty("lianxin.announce", Boolean.class, false)) {
            return;
        }
        boolean secure = environment.containsProperty("server.ssl.bundle");
        String url = (secure ? "https" : "http") + "://localhost:" + port;
        if (!instance.isJoined()) {
            RunningFile.ofThisProcess(url, instance.database())
                    .write(instance.data().running());
        }
        System.out.println(READY + url);
        if (environment.getProperty("lianxin.node", Integer.class, 1) == 1) {
            sayHowToSignIn();
        }
        System.out.flush();
    }

    /** Once, however many nodes there are. */
    private void sayHowToSignIn() {
        if (instance.stamp() == Stamp.DEMO) {
            signIns.stream()
                    .flatMap(each -> each.list().stream())
                    .forEach(each ->
                            System.out.println("sign-in: " + each.name() + " " + each.password() + " " + each.role()));
        }
        notices.stream().flatMap(each -> each.lines().stream()).forEach(System.out::println);
    }

    @Override
    public void destroy() {
        if (instance.isJoined()) {
            return;
        }
        try {
            Files.deleteIfExists(instance.data().running());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
