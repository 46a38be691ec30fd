package io.controlcenter.identity.accountteam;

import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may see the meetings with a customer: its administrators, whoever orders or looks at bills, and the account team. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Access(
        value = {
            "ENTERPRISE_ADMIN",
            "USER_ADMIN",
            "ORDER_VIEW",
            "ORDER_WRITE",
            "BILLING_VIEW",
            "BILLING_REQUEST_WRITE",
            "OPERATIONS",
            "CUSTOMER_SUCCESS",
            "SALES",
            "CCM"
        },
        reach = Reach.SHARED)
@interface SeesMeetings {}
