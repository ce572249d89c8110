package org.lianxin.organisation.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.ClientApp;
import org.lianxin.shared.Role;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One row of the authorisation table.
 *
 * @param who alternatives, any of which suffices
 * @param relation none, unit or own: how the rows shown relate to the caller; kept by row security
 * @param purpose the purpose kind that the endpoint writes, or {@code -}
 */
public record AccessRow(String method, PathPattern path, List<Who> who, String relation, String purpose) {

    private static final int COLUMNS = 5;
    private static final Set<String> RELATIONS = Set.of("none", "unit", "own");

    /** Who may call. */
    public sealed interface Who {
        record Everybody() implements Who {}

        /** Signed in with all that the instance asks for. */
        record SignedIn() implements Who {}

        /** Signed in with the password; the second factor may still be missing. */
        record SigningIn() implements Who {}

        record InRole(Role role) implements Who {}

        record Client(String scope) implements Who {}
    }

    /** Who calls: nobody known, a person or a machine. */
    public record Caller(
            org.lianxin.organisation.signin.Sessions.@Nullable OpenSession session,
            @Nullable ClientApp client) {}

    static AccessRow of(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS || !RELATIONS.contains(cells[3])) {
            throw new IllegalArgumentException("not a row of an authorisation table: " + line);
        }
        return new AccessRow(
                cells[0], PathPatternParser.defaultInstance.parse(cells[1]), who(cells[2]), cells[3], cells[4]);
    }

    private static List<Who> who(String cell) {
        List<Who> who = new ArrayList<>();
        for (String word :
                Arrays.stream(cell.split("[|,]", -1)).map(String::strip).collect(Collectors.toList())) {
            who.add(
                    switch (word) {
                        case "PUBLIC" -> new Who.Everybody();
                        case "SIGNED_IN" -> new Who.SignedIn();
                        case "SIGNING_IN" -> new Who.SigningIn();
                        default ->
                            word.startsWith("CLIENT:")
                                    ? new Who.Client(word.substring("CLIENT:".length()))
                                    : new Who.InRole(Role.valueOf(word));
                    });
        }
        return List.copyOf(who);
    }

    /** @param strongEnough whether the session has shown all factors that this instance asks for */
    public boolean admits(Caller caller, boolean strongEnough) {
        return who.stream().anyMatch(each -> admits(each, caller, strongEnough));
    }

    private static boolean admits(Who who, Caller caller, boolean strongEnough) {
        var session = caller.session;
        ClientApp client = caller.client;
        return switch (who) {
            case Who.Everybody everybody -> true;
            case Who.SigningIn signingIn -> session != null;
            case Who.SignedIn signedIn -> session != null && strongEnough;
            case Who.InRole inRole ->
                session != null && strongEnough && session.viewer().has(inRole.role);
            case Who.Client machine -> client != null && client.scopes().contains(machine.scope);
        };
    }
}
