#include "serve/http_library.h"

#include "base/arena.h"
#include "serve/server.h"

static const struct late_function functions[] = { HTTP_FUNCTIONS(LATE_FUNCTION) };

static bool load(struct http_library *http, struct diag_list *diags)
{
	return late_library_load(
		&(struct late_library){ SONAME_MICROHTTPD, functions, LATE_COUNT(functions) }, http,
		diags);
}

const struct http_library *server_library_load(struct arena *arena, struct diag_list *diags)
{
	struct http_library *http = arena_alloc(arena, sizeof(*http));

	return load(http, diags) ? http : NULL;
}

const char *server_library_version(void)
{
	struct http_library http;

	return load(&http, NULL) ? http.MHD_get_version() : NULL;
}
