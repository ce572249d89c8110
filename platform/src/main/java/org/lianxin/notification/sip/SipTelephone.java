package org.lianxin.notification.sip;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lianxin.notification.CallMoved;
import org.lianxin.notification.Telephone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The telephone over SIP. One thread holds all calls of this node; another tells of them, so that a slow database delays no call.
 * Nothing of a call is kept: when the service stops, those who talk go on talking, since their voices never pass through it.
 */
@Component
class SipTelephone implements Telephone, SipListener, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SipTelephone.class);
    private static final int OK = 200;
    private static final int GONE = 481;
    private static final int NOT_HERE = 480;

    private final SipSettings settings;
    private final ApplicationEventPublisher events;
    private final ScheduledExecutorService calls = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("telephone").factory());
    private final ExecutorService news = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("telephone-news").factory());
    private final Map<UUID, JoinedCall> running = new ConcurrentHashMap<>();
    private @Nullable SipLine line;

    SipTelephone(SipSettings settings, ApplicationEventPublisher events) {
        this.settings = settings;
        this.events = events;
    }

    @Override
    public boolean isSetUp() {
        return settings.isSetUp();
    }

    @Override
    public void place(DeskCall call) {
        calls.execute(() -> {
            try {
                JoinedCall joined = new JoinedCall(call, settings, line(), this::after, this::tell);
                running.put(call.id(), joined);
                joined.begin();
            } catch (SipException e) {
                LOG.warn("no line to the telephone exchange {}: {}", settings, e.getMessage());
                tell(new CallMoved(call.id(), Stage.ENDED, Ending.LINE_DOWN));
            }
        });
    }

    /** Opened when it is first needed, and again when that failed. */
    private SipLine line() throws SipException {
        SipLine open = line;
        if (open == null) {
            open = new SipLine(settings, this);
            line = open;
        }
        return open;
    }

    @Override
    public boolean hangUp(UUID call) {
        JoinedCall known = running.get(call);
        if (known != null) {
            calls.execute(known::hangUp);
        }
        return known != null;
    }

    private void after(Duration time, Runnable what) {
        var _ = calls.schedule(what, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tell(CallMoved moved) {
        if (moved.stage() == Stage.ENDED) {
            running.remove(moved.call());
        }
        news.execute(() -> {
            try {
                events.publishEvent(moved);
            } catch (RuntimeException e) {
                LOG.warn(
                        "what became of a call could not be kept: {}",
                        e.getClass().getName());
            }
        });
    }

    @Override
    public void processResponse(ResponseEvent event) {
        answered(event.getClientTransaction(), new Answer(event.getResponse(), event.getDialog()));
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        answered(event.getClientTransaction(), new Answer(null, null));
    }

    private void answered(@Nullable ClientTransaction transaction, Answer answer) {
        if (transaction == null || !(transaction.getApplicationData() instanceof Sent sent)) {
            return;
        }
        calls.execute(() -> {
            boolean challenged = answer.status() == Response.UNAUTHORIZED
                    || answer.status() == Response.PROXY_AUTHENTICATION_REQUIRED;
            if (!challenged || !isAuthorised(sent, answer)) {
                sent.hear(answer);
            }
        });
    }

    private boolean isAuthorised(Sent sent, Answer challenge) {
        try {
            return line().authorise(sent, challenge);
        } catch (SipException e) {
            LOG.warn("the telephone exchange {} asked who we are and could not be told", settings);
            return false;
        }
    }

    @Override
    public void processRequest(RequestEvent event) {
        calls.execute(() -> {
            try {
                asked(event);
            } catch (SipException e) {
                LOG.debug("the exchange could not be answered: {}", e.getMessage());
            }
        });
    }

    /** The other end hangs up, refreshes a call (RFC 4028), or asks whether we are there. Nobody can be called here. */
    private void asked(RequestEvent event) throws SipException {
        Dialog dialog = event.getDialog();
        JoinedCall call = dialog != null && dialog.getApplicationData() instanceof JoinedCall known ? known : null;
        switch (event.getRequest().getMethod()) {
            case Request.ACK -> {}
            case Request.BYE -> {
                line().reply(event, OK, null);
                if (call != null) {
                    call.hungUp(dialog);
                }
            }
            case Request.INVITE -> {
                if (call == null) {
                    line().reply(event, NOT_HERE, null);
                } else {
                    line().reply(event, OK, call.said(dialog));
                }
            }
            case Request.OPTIONS, Request.UPDATE, Request.INFO -> line().reply(event, OK, null);
            default -> line().reply(event, GONE, null);
        }
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        LOG.warn("the line to the telephone exchange {} broke", settings);
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {}

    @Override
    public void destroy() {
        calls.shutdownNow();
        news.shutdown();
        SipLine open = line;
        if (open != null) {
            open.close();
        }
    }
}
