/*
 * answer.c - what the server answers to a request.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/fatal.h"
#include "serve/server.h"
#include "serve/server_parts.h"

static const char type_plain[] = "text/plain; charset=utf-8", type_json[] = "application/json";

/*
 * Nobody keeps a copy, takes the bytes for another type, or shows them within a page from elsewhere. The policy of
 * a page stands in the page; only what must be a header is one.
 */
struct MHD_Response *server_response(const struct http_library *http, const char *type,
				     const char *bytes, size_t length)
{
	static const char *const headers[][2] = {
		{ MHD_HTTP_HEADER_CACHE_CONTROL, "no-store" },
		{ "X-Content-Type-Options", "nosniff" },
		{ "Content-Security-Policy", "frame-ancestors 'none'" },
		{ "Cross-Origin-Resource-Policy", "same-origin" },
		{ "Cross-Origin-Opener-Policy", "same-origin" },
		{ "Referrer-Policy", "no-referrer" },
	};
	char *copy = malloc(length + 1);
	struct MHD_Response *response;

	if (copy == NULL)
		fatal_out_of_memory();
	memcpy(copy, bytes, length);
	response = http->MHD_create_response_from_buffer(length, copy, MHD_RESPMEM_MUST_FREE);
	if (response == NULL)
		fatal_out_of_memory();
	http->MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, type);
	for (size_t i = 0; i < sizeof(headers) / sizeof(headers[0]); i++)
		http->MHD_add_response_header(response, headers[i][0], headers[i][1]);
	return response;
}

static enum MHD_Result refuse(const struct http_library *http, struct MHD_Connection *connection,
			      unsigned status, const char *words)
{
	struct MHD_Response *response = server_response(http, type_plain, words, strlen(words));
	enum MHD_Result result;

	if (status == MHD_HTTP_METHOD_NOT_ALLOWED)
		http->MHD_add_response_header(response, MHD_HTTP_HEADER_ALLOW, MHD_HTTP_METHOD_GET);
	result = http->MHD_queue_response(connection, status, response);
	http->MHD_destroy_response(response);
	return result;
}

static bool is_own_host(const struct server *server, struct MHD_Connection *connection)
{
	const char *host = server->http->MHD_lookup_connection_value(connection, MHD_HEADER_KIND,
								     MHD_HTTP_HEADER_HOST);

	for (size_t i = 0; host != NULL && i < sizeof(server->hosts) / sizeof(server->hosts[0]);
	     i++)
		if (strcasecmp(host, server->hosts[i]) == 0)
			return true;
	return false;
}

static const char *argument(const struct http_library *http, struct MHD_Connection *connection,
			    const char *name)
{
	const char *value =
		http->MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, name);

	return value == NULL ? "" : value;
}

static unsigned long number_argument(const struct http_library *http,
				     struct MHD_Connection *connection, const char *name)
{
	return strtoul(argument(http, connection, name), NULL, 10);
}

/* The lock is held. A page that is not shown has version 0. */
static unsigned version_of(struct server *server, const char *page)
{
	const struct shown_file *file = server_find(server, page);

	return file == NULL ? 0 : file->version;
}

static struct MHD_Response *news_response(struct server *server, const char *page)
{
	struct MHD_Response *response;
	struct buffer text;

	buffer_init(&text);
	buffer_printf(&text, "{\"version\":%u,\"number\":%u,\"news\":%s}\n",
		      version_of(server, page), server->news_number, buffer_text(&server->news));
	response = server_response(server->http, type_json, buffer_text(&text), text.length);
	buffer_clear(&text);
	return response;
}

/* Answers at once when there is news, else lets the request wait. A request waits once. */
static enum MHD_Result answer_news(struct server *server, struct MHD_Connection *connection,
				   void **state)
{
	const struct http_library *http = server->http;
	const char *page = argument(http, connection, "page");
	unsigned long version = number_argument(http, connection, "version");
	unsigned long number = number_argument(http, connection, "number");
	struct MHD_Response *response;
	enum MHD_Result result;

	pthread_mutex_lock(&server->lock);
	if (version == version_of(server, page) && number == server->news_number &&
	    *state != &server->state.waited && server->waiting_count < WAITING_MOST &&
	    !server->ending) {
		*state = &server->state.waited;
		server->waiting[server->waiting_count++] = connection;
		http->MHD_suspend_connection(connection);
		pthread_mutex_unlock(&server->lock);
		return MHD_YES;
	}
	response = news_response(server, page);
	pthread_mutex_unlock(&server->lock);
	result = http->MHD_queue_response(connection, MHD_HTTP_OK, response);
	http->MHD_destroy_response(response);
	return result;
}

static enum MHD_Result answer_file(struct server *server, struct MHD_Connection *connection,
				   const char *name)
{
	enum MHD_Result result = MHD_NO;
	const struct shown_file *file;

	pthread_mutex_lock(&server->lock);
	file = name[0] == '\0' && server->count > 0 ? server_find(server, server->files[0].name)
						    : server_find(server, name);
	if (file != NULL)
		result = server->http->MHD_queue_response(connection, MHD_HTTP_OK, file->response);
	pthread_mutex_unlock(&server->lock);
	return file != NULL ? result
			    : refuse(server->http, connection, MHD_HTTP_NOT_FOUND,
				     "There is no such page.\n");
}

enum MHD_Result server_answer(void *context, struct MHD_Connection *connection, const char *url,
			      const char *method, const char *version, const char *upload,
			      size_t *upload_size, void **state)
{
	struct server *server = context;

	(void)version;
	(void)upload;
	if (*state == NULL) {
		*state = &server->state.begun;
		return MHD_YES;
	}
	/* What comes with a request is passed over. */
	if (*upload_size > 0) {
		*upload_size = 0;
		return MHD_YES;
	}
	if (strcmp(method, MHD_HTTP_METHOD_GET) != 0)
		return refuse(server->http, connection, MHD_HTTP_METHOD_NOT_ALLOWED,
			      "Only GET is answered.\n");
	if (!is_own_host(server, connection))
		return refuse(server->http, connection, MHD_HTTP_FORBIDDEN,
			      "This server has another name.\n");
	if (url[0] != '/')
		return refuse(server->http, connection, MHD_HTTP_NOT_FOUND,
			      "There is no such page.\n");
	if (strcmp(url + 1, SERVER_NEWS) == 0)
		return answer_news(server, connection, state);
	return answer_file(server, connection, url + 1);
}
