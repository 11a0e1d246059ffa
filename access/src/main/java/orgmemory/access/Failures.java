// SPDX-License-Identifier: Apache-2.0
package orgmemory.access;

import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import orgmemory.access.HttpProblem.InvalidField;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.multipart.MultipartException;

/**
 * Tells failures that are nobody's mistake here, however deep in other exceptions they lie: a request that cannot be read is
 * its sender's, and a database that is away is an outage.
 */
public final class Failures {

    private static final int DEPTH = 12;
    private static final int AGAIN_IN_SECONDS = 2;

    /** PostgreSQL's word for a text that it cannot hold, as one with NUL. */
    private static final Set<String> NO_TEXT = Set.of("22021", "22P05");

    /** Classes of SQL states: connection, resources, operator's intervention, system; and what is decided anew. */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58", "40");

    private Failures() {
    }

    /** What is answered where the failure is the sender's or an outage; empty where it is a mistake of ours. */
    public static Optional<HttpProblem> of(Throwable thrown) {
        var causes = Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(DEPTH)
                .toList();
        if (causes.stream().anyMatch(Failures::isOutage)) {
            return Optional.of(away());
        }
        return causes.stream().flatMap(cause -> unreadable(cause, causes).stream()).findFirst();
    }

    /** What is answered while the database is away. */
    public static HttpProblem away() {
        return HttpProblem.later("status.503", AGAIN_IN_SECONDS);
    }

    private static boolean isOutage(Throwable cause) {
        return switch (cause) {
            case DataAccessResourceFailureException _ -> true;
            case TransientDataAccessException _ -> true;
            case CannotCreateTransactionException _ -> true;
            case SQLTransientException _ -> true;
            case SQLRecoverableException _ -> true;
            case SQLException failed -> isAway(failed.getSQLState());
            default -> false;
        };
    }

    /** What has no state has not come from the database. */
    private static boolean isAway(@Nullable String state) {
        return state == null || (state.length() > 1 && AWAY.contains(state.substring(0, 2)));
    }

    private static Optional<HttpProblem> unreadable(Throwable cause, List<Throwable> causes) {
        return switch (cause) {
            case InvalidParameterException bad when causes.stream().noneMatch(Failures::isTooSlow) ->
                Optional.of(new HttpProblem(bad.getErrorCode() == 413 ? 413 : 400, "request.parameters",
                        List.of(new InvalidField("", "escape", List.of()))));
            case MultipartException _ when causes.stream().noneMatch(Failures::isTooSlow) ->
                Optional.of(new HttpProblem(400, "request.multipart",
                        List.of(new InvalidField("", "multipart", List.of()))));
            case RequestRejectedException _ -> Optional.of(new HttpProblem(400, "status.400"));
            case SQLException failed when NO_TEXT.contains(String.valueOf(failed.getSQLState())) ->
                Optional.of(HttpProblem.malformed("", "text"));
            case BadRequestException _ when causes.stream().noneMatch(Failures::isTooSlow) ->
                Optional.of(new HttpProblem(400, "request.unreadable"));
            case SocketTimeoutException _ -> Optional.of(new HttpProblem(408, "status.408")
                    .header("Connection", "close"));
            case EOFException _ -> Optional.of(new HttpProblem(400, "request.unreadable"));
            default -> Optional.empty();
        };
    }

    private static boolean isTooSlow(Throwable cause) {
        return cause instanceof SocketTimeoutException;
    }
}
