/*
 * server.h - pages shown to browsers on this machine: a server for the loopback address alone.
 *
 * Purpose:   shows what it was given and nothing else: names are looked up in a table in memory, never on the disk.
 *            It listens at 127.0.0.1, answers GET alone, and refuses requests whose Host is not its own address, so
 *            that no page from elsewhere can read what is shown by a name of its own that leads here (DNS rebinding).
 * News:      a page asks for SERVER_NEWS with the version it shows and the number of the last news it heard; the
 *            answer waits until there is something newer, or half a minute.
 * Ownership: the server copies what it is given. It answers on a thread of its own; its functions are for one other.
 * Source:    libmicrohttpd; W3C Fetch Metadata and Cross-Origin-Resource-Policy for the headers.
 */
#ifndef GRADIENT_SERVE_SERVER_H
#define GRADIENT_SERVE_SERVER_H

#include <stddef.h>

#define SERVER_NEWS "live/news"

struct arena;
struct diag_list;
struct http_library;
struct server;

struct server_file {
	const char *name; /* "statement.html"; no slash before it */
	const char *type; /* "text/html; charset=utf-8" */
	const char *bytes;
	size_t length;
	unsigned version; /* of the page; a page that shows another one is told */
};

/* The library that a server needs; it lives in the arena. NULL after a diagnostic when it is not there. */
const struct http_library *server_library_load(struct arena *arena, struct diag_list *diags);

/*
 * A server at the first free port of so many, from port upwards; port 0: any free one. NULL with the reason in errno
 * when there is none, EADDRINUSE when all are taken.
 */
struct server *server_new(const struct http_library *http, unsigned port, unsigned ports);

/* Ends it once all requests are answered. Accepts NULL. */
void server_free(struct server *server);

/* The port it listens at. */
unsigned server_port(const struct server *server);

/* Shows a file, in place of one of that name. The first one is shown at "/" as well. */
void server_show(struct server *server, const struct server_file *file);

/* Shows no more the files of versions before this one, but for version 0, which stays. */
void server_withdraw_before(struct server *server, unsigned version);

/* What those who ask for news are told: an object of JSON. */
void server_tell(struct server *server, const char *news);

/* Answers those who wait; to be called every half minute, so that the ones who went away are forgotten. */
void server_answer_all(struct server *server);

/* "0.9.75", of libmicrohttpd, which it loads; NULL when it is not there. */
const char *server_library_version(void);

#endif
