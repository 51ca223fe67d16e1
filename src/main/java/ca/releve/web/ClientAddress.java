package ca.releve.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as far as the portal may believe it: the peer, or whom the trusted proxy names (WEB-15). */
public final class ClientAddress {

    private static final int LONGEST = 45;
    private static final int BYTES_OF_A_NETWORK = 8;

    private ClientAddress() {}

    /** The address as it is written into logs. */
    public static String of(HttpServletRequest request) {
        String address = request.getRemoteAddr().replaceAll("[^0-9A-Za-z:.]", "_");
        return address.substring(0, Math.min(address.length(), LONGEST));
    }

    /**
     * What limits are counted by: an IPv4 address, or the /64 of an IPv6 address, which is what one household has and may
     * take any of 2⁶⁴ addresses from.
     */
    public static String network(HttpServletRequest request) {
        return network(of(request));
    }

    static String network(String address) {
        // Without a colon it could be a name, and would be looked up.
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
