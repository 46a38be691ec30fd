package io.controlcenter.platform.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Tells PostgreSQL the {@link TenantScope} of each transaction; the settings end with it, so a pooled connection is clean. */
public final class ScopedTransactionManager extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;
    private static final String TELL =
            "select set_config('app.enterprise', ?, true), set_config('app.accounts', ?, true)";

    public ScopedTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            apply(TenantScope.current());
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("The transaction could not be scoped", e);
        }
    }

    /**
     * Changes the scope of the running transaction: only for a consumer that handles events of several tenants in one
     * transaction, one after the other.
     */
    public void rescope(TenantScope scope) {
        try {
            apply(scope);
        } catch (SQLException e) {
            throw new CannotCreateTransactionException("The transaction could not be scoped", e);
        }
    }

    private void apply(TenantScope scope) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(obtainDataSource());
        try (var statement = connection.prepareStatement(TELL)) {
            statement.setString(1, scope.enterprise());
            statement.setString(2, scope.accounts());
            statement.execute();
        } finally {
            DataSourceUtils.releaseConnection(connection, obtainDataSource());
        }
    }
}
