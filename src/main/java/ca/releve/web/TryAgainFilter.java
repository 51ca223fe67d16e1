package ca.releve.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows the page of {@link TryAgain} where no controller is reached, which is when somebody signs in. */
public class TryAgainFilter extends OncePerRequestFilter {

    /** What the page of the error finds in the request. */
    public static final String ATTRIBUTE = TryAgain.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (TryAgain notNow) {
            notNow.refuse(request, response);
        }
    }
}
