// SPDX-License-Identifier: Apache-2.0
package orgmemory.access.unsent;

import java.security.SecureRandom;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys that stand in the database, so that they outlive the process: each seals for a day, and is deleted a day later. */
public final class StoredSealingKeys implements SealingKeys {

    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    public StoredSealingKeys(DataSource source) {
        this.jdbc = JdbcClient.create(source);
    }

    /** Those who find none at the same moment make one each, and all of them open. */
    @Override
    public byte[] current() {
        return jdbc.sql("""
                select key from access.sealing_key where made_at > clock_timestamp() - interval '1 day'
                order by made_at desc limit 1
                """).query(byte[].class).optional().orElseGet(this::made);
    }

    private byte[] made() {
        var key = new byte[BYTES];
        random.nextBytes(key);
        jdbc.sql("delete from access.sealing_key where made_at < clock_timestamp() - interval '2 days'")
                .update();
        jdbc.sql("insert into access.sealing_key (key) values (:key)").param("key", key).update();
        return key;
    }

    @Override
    public List<byte[]> all() {
        return jdbc.sql("select key from access.sealing_key order by made_at desc")
                .query(byte[].class)
                .list();
    }
}
