#include "serve/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/arena.h"
#include "serve/server_parts.h"

enum { CONNECTIONS_MOST = 64, IDLE_SECONDS_MOST = 60, PORT_LAST = 65535 };

/* A socket that listens at a port of the loopback address; -1 with the reason in errno. */
static int listen_at(unsigned port)
{
	const struct sockaddr_in place = { .sin_family = AF_INET,
					   .sin_port = htons((uint16_t)port),
					   .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int handle = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), yes = 1;
	int reason;

	if (handle < 0)
		return -1;
	/* A port that was ours a moment ago is free, though old connections linger. */
	if (setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes)) == 0 &&
	    bind(handle, (const struct sockaddr *)&place, sizeof(place)) == 0 &&
	    listen(handle, SOMAXCONN) == 0)
		return handle;
	reason = errno;
	close(handle);
	errno = reason;
	return -1;
}

static int listen_at_one(unsigned port, unsigned ports)
{
	int handle = listen_at(port);

	for (unsigned i = 1; i < ports && handle < 0 && errno == EADDRINUSE; i++) {
		if (port + i > PORT_LAST)
			break;
		handle = listen_at(port + i);
	}
	return handle;
}

static bool find_port(struct server *server, int handle)
{
	struct sockaddr_in place;
	socklen_t size = sizeof(place);

	if (getsockname(handle, (struct sockaddr *)&place, &size) != 0)
		return false;
	server->port = ntohs(place.sin_port);
	snprintf(server->hosts[0], HOST_MOST, "127.0.0.1:%u", server->port);
	snprintf(server->hosts[1], HOST_MOST, "localhost:%u", server->port);
	return true;
}

struct server *server_new(const struct http_library *http, unsigned port, unsigned ports)
{
	struct arena *arena = arena_new();
	struct server *server = arena_alloc(arena, sizeof(*server));
	int handle = listen_at_one(port, ports), reason;

	server->arena = arena;
	server->http = http;
	pthread_mutex_init(&server->lock, NULL);
	buffer_init(&server->news);
	buffer_add_text(&server->news, "{}");
	if (handle >= 0 && find_port(server, handle))
		server->daemon = server->http->MHD_start_daemon(
			MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_AUTO | MHD_ALLOW_SUSPEND_RESUME,
			0, NULL, NULL, server_answer, server, MHD_OPTION_LISTEN_SOCKET, handle,
			MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MOST,
			MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS_MOST,
			MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
	if (server->daemon != NULL)
		return server;
	reason = errno;
	if (handle >= 0)
		close(handle);
	server_free(server);
	errno = reason;
	return NULL;
}

/* The lock is held. Those who wait are asked for an answer once more, and then get one. */
static void wake_all(struct server *server)
{
	for (size_t i = 0; i < server->waiting_count; i++)
		server->http->MHD_resume_connection(server->waiting[i]);
	server->waiting_count = 0;
}

void server_free(struct server *server)
{
	if (server == NULL)
		return;
	pthread_mutex_lock(&server->lock);
	server->ending = true;
	wake_all(server);
	pthread_mutex_unlock(&server->lock);
	if (server->daemon != NULL)
		server->http->MHD_stop_daemon(server->daemon);
	for (size_t i = 0; i < server->count; i++)
		if (server->files[i].response != NULL)
			server->http->MHD_destroy_response(server->files[i].response);
	buffer_clear(&server->news);
	pthread_mutex_destroy(&server->lock);
	arena_free(server->arena);
}

unsigned server_port(const struct server *server)
{
	return server->port;
}

struct shown_file *server_find(struct server *server, const char *name)
{
	for (size_t i = 0; i < server->count; i++)
		if (strcmp(server->files[i].name, name) == 0 && server->files[i].response != NULL)
			return &server->files[i];
	return NULL;
}

/* The place of a name in the table, where it stays: names come back. */
static struct shown_file *place_of(struct server *server, const char *name)
{
	for (size_t i = 0; i < server->count; i++)
		if (strcmp(server->files[i].name, name) == 0)
			return &server->files[i];
	server->files = arena_grow(server->arena, server->files, server->count, &server->capacity,
				   sizeof(*server->files));
	server->files[server->count].name = arena_strdup(server->arena, name);
	return &server->files[server->count++];
}

void server_show(struct server *server, const struct server_file *file)
{
	struct MHD_Response *response =
		server_response(server->http, file->type, file->bytes, file->length);
	struct shown_file *place;

	pthread_mutex_lock(&server->lock);
	place = place_of(server, file->name);
	if (place->response != NULL)
		server->http->MHD_destroy_response(place->response);
	place->response = response;
	place->version = file->version;
	wake_all(server);
	pthread_mutex_unlock(&server->lock);
}

void server_withdraw_before(struct server *server, unsigned version)
{
	pthread_mutex_lock(&server->lock);
	for (size_t i = 0; i < server->count; i++) {
		struct shown_file *file = &server->files[i];

		if (file->response == NULL || file->version == 0 || file->version >= version)
			continue;
		server->http->MHD_destroy_response(file->response);
		file->response = NULL;
	}
	wake_all(server);
	pthread_mutex_unlock(&server->lock);
}

void server_tell(struct server *server, const char *news)
{
	pthread_mutex_lock(&server->lock);
	buffer_clear(&server->news);
	buffer_add_text(&server->news, news);
	server->news_number++;
	wake_all(server);
	pthread_mutex_unlock(&server->lock);
}

void server_answer_all(struct server *server)
{
	pthread_mutex_lock(&server->lock);
	wake_all(server);
	pthread_mutex_unlock(&server->lock);
}
