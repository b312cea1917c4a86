package io.crmkit.rotation;

/**
 * The storage port that changes the key by which a tenant's data are guarded for a newer one, within one unit of work of
 * one tenant. Captures may go on meanwhile, on nodes that have not heard of it as well. A storage that seals nothing does
 * nothing.
 *
 * @since 0.1
 */
public interface KeyRotation {
    /** Makes a newer key, unless one was made and not everything is guarded by it yet. */
    void begin();

    /**
     * Guards what is guarded by an older key by the newest, at most {@code limit}, where the last call ended.
     *
     * @return whether there is more to do; once there is not, nothing is guarded by an older key any more
     */
    boolean proceed(int limit);
}
