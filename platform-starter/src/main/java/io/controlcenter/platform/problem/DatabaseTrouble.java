package io.controlcenter.platform.problem;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.util.ClassUtils;

/**
 * Tells a database that is away or busy, which passes, and two writers who met, from everything else. Looks at the
 * exceptions by name's class only where Spring's data access is present: the gateway has none.
 */
public final class DatabaseTrouble {

    private static final boolean PRESENT =
            ClassUtils.isPresent("org.springframework.dao.DataAccessException", DatabaseTrouble.class.getClassLoader());

    private DatabaseTrouble() {}

    /** The same work may well succeed a moment later: connection lost, server restarting, lock or pool time-out. */
    public static boolean isPassing(Throwable ex) {
        return PRESENT && anyCause(ex, Inner::passing) && !isConflict(ex);
    }

    /** Another writer was faster: the version checked is no longer the version stored, or the key was just taken. */
    public static boolean isConflict(Throwable ex) {
        return PRESENT && anyCause(ex, Inner::conflict);
    }

    private static boolean anyCause(Throwable ex, java.util.function.Predicate<Throwable> test) {
        for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
            if (test.test(cause)) {
                return true;
            }
        }
        return test.test(NestedExceptionUtils.getMostSpecificCause(ex));
    }

    /** Loaded only when its types are there. */
    private static final class Inner {

        static boolean passing(Throwable ex) {
            return ex instanceof org.springframework.dao.TransientDataAccessException
                    || ex instanceof org.springframework.dao.RecoverableDataAccessException
                    || ex instanceof org.springframework.dao.NonTransientDataAccessResourceException
                    || ex instanceof org.springframework.transaction.CannotCreateTransactionException
                    || ex instanceof org.springframework.transaction.TransactionSystemException
                    || ex instanceof java.sql.SQLTransientException
                    || ex instanceof java.sql.SQLRecoverableException
                    || (ex instanceof java.sql.SQLException sql && sqlStatePasses(sql.getSQLState()));
        }

        /** 08: connection; 53: resources; 57P: operator intervention such as a restart. */
        private static boolean sqlStatePasses(@org.jspecify.annotations.Nullable String state) {
            return state != null && (state.startsWith("08") || state.startsWith("53") || state.startsWith("57P"));
        }

        static boolean conflict(Throwable ex) {
            return ex instanceof org.springframework.dao.OptimisticLockingFailureException
                    || ex instanceof org.springframework.dao.DuplicateKeyException;
        }
    }
}
