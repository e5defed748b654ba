/*
 * server_parts.h - a server from within; shared by the files of this folder alone.
 */
#ifndef GRADIENT_SERVE_SERVER_PARTS_H
#define GRADIENT_SERVE_SERVER_PARTS_H

#include <pthread.h>
#include <stdbool.h>

#include "base/buffer.h"
#include "serve/http_library.h"

struct arena;

enum { WAITING_MOST = 40, HOST_MOST = 32 };

struct shown_file {
	const char *name;
	unsigned version;
	struct MHD_Response *response; /* NULL: withdrawn */
};

/* How far a request has come; MHD asks for each several times. */
struct request_state {
	char begun, waited; /* their addresses are the states */
};

struct server {
	struct arena *arena; /* names, and the table of files */
	const struct http_library *http;
	struct MHD_Daemon *daemon;
	unsigned port;
	char hosts[2][HOST_MOST]; /* what a request may call this server */
	struct request_state state;
	pthread_mutex_t lock; /* of all that follows */
	struct shown_file *files;
	size_t count, capacity;
	struct buffer news;
	unsigned news_number;
	struct MHD_Connection *waiting[WAITING_MOST];
	size_t waiting_count;
	bool ending;
};

/* NULL when there is none. The lock is held. */
struct shown_file *server_find(struct server *server, const char *name);

/* What is answered with, ready to be sent any number of times; a copy of the bytes. */
struct MHD_Response *server_response(const struct http_library *http, const char *type,
				     const char *bytes, size_t length);

/* The answer to a request, as MHD calls for it. */
enum MHD_Result server_answer(void *context, struct MHD_Connection *connection, const char *url,
			      const char *method, const char *version, const char *upload,
			      size_t *upload_size, void **state);

#endif
