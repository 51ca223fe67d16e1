package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** The address of a request: the peer, or what the trusted proxy says (WEB-15). */
public final class ClientAddress {

    private static final int LONGEST = 45;
    private static final int BYTES_OF_A_NETWORK = 8;

    private ClientAddress() {}

    /** The address for logs. */
    public static String of(HttpServletRequest request) {
        String address = request.getRemoteAddr().replaceAll("[^0-9A-Za-z:.]", "_");
        return address.substring(0, Math.min(address.length(), LONGEST));
    }

    /** The key of limits by address: an IPv4 address, or the /64 of an IPv6 address, since one household has 2⁶⁴ of them. */
    public static String network(HttpServletRequest request) {
        return network(of(request));
    }

    static String network(String address) {
        // Without a colon it could be a host name, which would be looked up.
        if (!address.contains(":")) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet4Address
                    ? parsed.getHostAddress()
                    : HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), BYTES_OF_A_NETWORK)) + "/64";
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
