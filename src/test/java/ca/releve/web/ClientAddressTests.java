package ca.releve.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2::7, 20010db800010002/64",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002/64",
        "2001:db8:1:3::7, 20010db800010003/64",
        "::ffff:192.0.2.7, 192.0.2.7",
        "192.0.2.7:5123, 192.0.2.7:5123",
        "unknown, unknown"
    })
    void limitsAreCountedByAddressAndByNetworkOfIpv6(String address, String key) {
        assertThat(ClientAddress.network(address)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "10.0.0.5, 10.0.0.5/32",
        "'10.0.0.5 , 2001:db8::1', '10.0.0.5/32,2001:db8::1/128'",
        "172.16.0.0/12, 172.16.0.0/12"
    })
    void aTrustedProxyIsOneOrMoreAddressesOrNetworks(String setting, String networks) {
        assertThat(TrustedProxy.networks(setting)).isEqualTo(networks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10\\.0\\..*", "10.0.0.5/33", "*"})
    void anythingElseIsRefusedAtTheStart(String setting) {
        assertThatThrownBy(() -> TrustedProxy.networks(setting))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("releve.trusted-proxy");
    }

    @Test
    void everyAddressIsTrustedByNobodyUnlessSaidSo() {
        assertThat(TrustedProxy.networks("")).isEmpty();
    }
}
