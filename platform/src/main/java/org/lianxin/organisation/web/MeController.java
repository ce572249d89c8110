package org.lianxin.organisation.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.AuditLog.Deed;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.signin.OwnPassword;
import org.lianxin.organisation.signin.SecondFactors;
import org.lianxin.organisation.signin.Sessions;
import org.lianxin.organisation.store.SessionViews;
import org.lianxin.organisation.store.SessionViews.SessionView;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Role;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do with their own sign-in. */
@RestController
class MeController {

    private final ScopedTransactions transactions;
    private final AuditLog log;
    private final MeViews views;
    private final Sessions sessions;
    private final SessionViews sessionViews;
    private final OwnPassword ownPassword;

    MeController(
            ScopedTransactions transactions,
            AuditLog log,
            MeViews views,
            Sessions sessions,
            SessionViews sessionViews,
            OwnPassword ownPassword) {
        this.transactions = transactions;
        this.log = log;
        this.views = views;
        this.sessions = sessions;
        this.sessionViews = sessionViews;
        this.ownPassword = ownPassword;
    }

    record SwitchPost(@Nullable UUID postId) {}

    record ChangePassword(
            @Nullable String current, @Nullable String fresh) {
        @Override
        public String toString() {
            return "ChangePassword[***]";
        }
    }

    record SecondFactorStep(
            @Nullable String step,
            @Nullable String code,
            @Nullable String password) {
        @Override
        public String toString() {
            return "SecondFactorStep[***]";
        }
    }

    record SessionList(List<SessionView> items) {}

    @GetMapping("/api/organisation/me")
    MeViews.Me me(Viewer viewer) {
        return views.me(viewer);
    }

    @PostMapping("/api/organisation/me/post")
    MeViews.Me switchPost(Viewer viewer, @RequestBody SwitchPost asked) {
        return views.me(sessions.switchPost(viewer, Fields.given(asked.postId, "postId")));
    }

    @PostMapping("/api/organisation/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Viewer viewer, @RequestBody ChangePassword asked) {
        String current = Fields.given(asked.current, "current");
        ownPassword.change(viewer, current, Fields.given(asked.fresh, "fresh"));
        note(viewer, "organisation.password.changed", viewer.staffId());
    }

    @PostMapping("/api/organisation/me/second-factor")
    SecondFactors.@Nullable Offer secondFactor(Viewer viewer, @RequestBody SecondFactorStep asked) {
        if ("start".equals(asked.step)) {
            return ownPassword.offerFactor(viewer, asked.password);
        }
        if (!"confirm".equals(asked.step)) {
            throw Fields.invalid("step");
        }
        if (!ownPassword.confirmFactor(viewer, Fields.text(asked.code, "code", 12))) {
            throw Refused.of(422, "organisation.code-wrong");
        }
        note(viewer, "organisation.second-factor.set", viewer.staffId());
        return null;
    }

    @GetMapping("/api/organisation/sessions")
    SessionList sessions(Viewer viewer, @RequestParam(required = false) @Nullable UUID staffId) {
        UUID whose = staffId != null && viewer.has(Role.ADMINISTRATOR) ? staffId : viewer.staffId();
        return new SessionList(transactions.run(viewer, () -> sessionViews.listOpen(whose, viewer.sessionId())));
    }

    @DeleteMapping("/api/organisation/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(Viewer viewer, @PathVariable UUID id) {
        if (!sessions.end(viewer, id)) {
            throw Refused.missing();
        }
        note(viewer, "organisation.session.ended", id);
    }

    private void note(Viewer viewer, String action, UUID subject) {
        transactions.run(viewer, () -> {
            log.deed(new Deed(action, new SubjectRef("organisation", subject), 1, "done", null));
            return true;
        });
    }
}
