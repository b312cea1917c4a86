package io.crmkit.quarkus;

/**
 * What a host knows of how the present request came, which JAX-RS does not tell: declared as a bean, asked where it did
 * not come by TLS. Without such a bean plain HTTP is refused, from this machine too.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface PrivateWay {
    /** Whether nobody could read it on its way: it came from this machine, or by a proxy that ended TLS. */
    boolean isPrivate();
}
