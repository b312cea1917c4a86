package io.crmkit.jpa;

import io.crmkit.move.Move;
import io.crmkit.move.Moves;
import java.util.Optional;

/** How far an archive is taken over, in the database. */
record JpaMoves(Sql sql) implements Moves {
    @Override
    public Optional<Move> last() {
        return sql.one(
                "select records, print, ended from crm_move where tenant_id = :tenant",
                row -> {},
                row -> new Move(row.getLong("records"), row.getLong("print"), row.getBoolean("ended")));
    }

    @Override
    public void save(Move move) {
        int replaced = sql.update(
                "update crm_move set records = ?, print = ?, ended = ? where tenant_id = :tenant",
                row -> row.big(move.records()).big(move.print()).flag(move.ended()));
        if (replaced == 0) {
            sql.update(
                    "insert into crm_move (tenant_id, records, print, ended) values (:tenant, ?, ?, ?)",
                    row -> row.big(move.records()).big(move.print()).flag(move.ended()));
        }
    }
}
