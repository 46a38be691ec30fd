/** Named sets of an enterprise's accounts, granted as one (domain b.1). */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.accountgroups;
