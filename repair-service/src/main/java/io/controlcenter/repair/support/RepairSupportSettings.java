package io.controlcenter.repair.support;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where a technician answers around the clock (handbook S38). */
@ConfigurationProperties("controlcenter.repair.support")
record RepairSupportSettings(String phone, String email) {}
