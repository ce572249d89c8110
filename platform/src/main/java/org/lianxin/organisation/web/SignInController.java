package org.lianxin.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.access.SessionCookies;
import org.lianxin.organisation.signin.FirstAdministrator;
import org.lianxin.organisation.signin.InstanceStamp;
import org.lianxin.organisation.signin.Sessions;
import org.lianxin.organisation.signin.SignIns;
import org.lianxin.organisation.signin.SignIns.Outcome;
import org.lianxin.shared.DemoSignIns;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SignInController {

    private static final int SECONDS_PER_MINUTE = 60;

    private final SignIns signIns;
    private final Sessions sessions;
    private final MeViews views;
    private final InstanceStamp stamp;
    private final FirstAdministrator first;
    private final ObjectProvider<DemoSignIns> demo;

    SignInController(
            SignIns signIns,
            Sessions sessions,
            MeViews views,
            InstanceStamp stamp,
            FirstAdministrator first,
            ObjectProvider<DemoSignIns> demo) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.views = views;
        this.stamp = stamp;
        this.first = first;
        this.demo = demo;
    }

    /** @param setup whether the first administrator is still to be made */
    record SignInPage(boolean demo, String instance, boolean secondFactor, boolean setup, List<DemoSignIn> signIns) {}

    record DemoSignIn(String name, String password, String role, String label, String unit) {}

    record SignInRequest(
            @Nullable String account,
            @Nullable String password,
            @Nullable String code) {
        @Override
        public String toString() {
            return "SignInRequest[***]";
        }
    }

    @GetMapping("/api/organisation/sign-in")
    SignInPage page() {
        List<DemoSignIn> signIns = !stamp.isDemo()
                ? List.of()
                : demo.stream()
                        .flatMap(each -> each.list().stream())
                        .map(each ->
                                new DemoSignIn(each.name(), each.password(), each.role(), each.role(), each.unit()))
                        .toList();
        boolean setup = stamp.isProduction() && first.isNeeded();
        return new SignInPage(stamp.isDemo(), stamp.name(), stamp.isProduction(), setup, signIns);
    }

    @PostMapping("/api/organisation/sign-in")
    MeViews.Me signIn(@RequestBody SignInRequest asked, HttpServletRequest request, HttpServletResponse response) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        Outcome outcome = signIns.signIn(new SignIns.Attempt(
                Fields.given(asked.account, "account"),
                Fields.given(asked.password, "password"),
                asked.code,
                SessionCookies.device(request),
                request.getRemoteAddr(),
                agent == null ? "" : agent));
        return switch (outcome) {
            case Outcome.SignedIn signedIn -> {
                SessionCookies.set(request, response, signedIn.token(), signedIn.device());
                yield views.me(signedIn.viewer());
            }
            case Outcome.Wrong wrong -> throw Refused.of(401, "organisation.sign-in-failed");
            case Outcome.CodeNeeded codeNeeded -> throw Refused.of(401, "organisation.code-needed");
            case Outcome.TooMany tooMany -> throw tooMany(tooMany.retryAfterSeconds());
        };
    }

    @PostMapping("/api/organisation/sign-out")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@Nullable Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        if (viewer != null) {
            sessions.endOwn(viewer);
        }
        SessionCookies.clear(request, response);
    }

    static Refused tooMany(long seconds) {
        long minutes = Math.max(1, (seconds + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE);
        return new Refused(
                429,
                "organisation.too-many-attempts",
                Words.say("organisation.refused.too-many-attempts", minutes),
                Map.of("retryAfterSeconds", seconds));
    }
}
