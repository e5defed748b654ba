/*
 * server.c - what the server gives away, and to whom.
 */
#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "serve/server.h"
#include "support/loopback.h"

static struct arena *arena;
static const struct http_library *http;
static struct server *server;
static unsigned port;

static void show(const char *name, const char *words, unsigned version)
{
	server_show(server, &(struct server_file){ name, "text/html; charset=utf-8", words,
						   strlen(words), version });
}

static void set_up(void)
{
	arena = arena_new();
	http = server_library_load(arena, diag_list_new(arena));
	cr_assert_not_null(http);
	server = server_new(http, 0, 1);
	cr_assert_not_null(server);
	port = server_port(server);
	show("statement.html", "<p>first</p>", 1);
	show("paper.html", "<p>paper</p>", 1);
}

static void tear_down(void)
{
	server_free(server);
	arena_free(arena);
}

TestSuite(server, .init = set_up, .fini = tear_down);

static void expect(struct loopback_answer answer, int status, const char *words)
{
	cr_expect_eq(answer.status, status, "%d and not %d", answer.status, status);
	cr_expect_not_null(strstr(buffer_text(&answer.body), words), "%s",
			   buffer_text(&answer.body));
	loopback_clear(&answer);
}

/* A request with this host; PORT in it is the port of the server. */
static void expect_of_host(const char *host, int status)
{
	const char *mark = strstr(host, "PORT");
	int before = mark == NULL ? (int)strlen(host) : (int)(mark - host);
	char number[16] = "", request[256];

	if (mark != NULL)
		snprintf(number, sizeof(number), "%u", port);
	snprintf(request, sizeof(request),
		 "GET / HTTP/1.1\r\nHost: %.*s%s\r\nConnection: close\r\n\r\n", before, host,
		 number);
	expect(loopback_send(port, request), status, "");
}

Test(server, shows_what_it_was_given)
{
	expect(loopback_get(port, "/paper.html"), 200, "<p>paper</p>");
	show("paper.html", "<p>newer</p>", 2);
	expect(loopback_get(port, "/paper.html"), 200, "<p>newer</p>");
}

Test(server, shows_the_first_file_without_a_name)
{
	expect(loopback_get(port, "/"), 200, "<p>first</p>");
}

Test(server, shows_nothing_else)
{
	static const char *const paths[] = {
		"/Makefile",
		"/../Makefile",
		"/%2e%2e/Makefile",
		"/..%2fMakefile",
		"//etc/passwd",
		"/statement.html/",
		"/../../../etc/passwd",
		"/.",
		"/STATEMENT.HTML",
		"/paper.html/../../x",
		"/live/",
	};

	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		struct loopback_answer answer = loopback_get(port, paths[i]);

		cr_expect(answer.status == 404 || answer.status == 400, "%s: %d", paths[i],
			  answer.status);
		loopback_clear(&answer);
	}
}

Test(server, shows_no_more_what_is_withdrawn)
{
	show("statement.html", "<p>second</p>", 2);
	show("style.css", "p{}", 0);
	server_withdraw_before(server, 2);
	expect(loopback_get(port, "/paper.html"), 404, "");
	expect(loopback_get(port, "/statement.html"), 200, "second");
	expect(loopback_get(port, "/style.css"), 200, "p{}");
	show("paper.html", "<p>again</p>", 3);
	expect(loopback_get(port, "/paper.html"), 200, "again");
}

/* A name of somebody else's that leads to 127.0.0.1 makes a page of theirs one of the same origin. */
Test(server, answers_to_its_own_names_alone)
{
	expect_of_host("127.0.0.1:PORT", 200);
	expect_of_host("LocalHost:PORT", 200);
	expect_of_host("evil.example:PORT", 403);
	expect_of_host("127.0.0.1.evil.example:PORT", 403);
	expect_of_host("127.0.0.1:1PORT", 403);
	expect_of_host("127.0.0.1", 403);
	expect(loopback_send(port, "GET / HTTP/1.0\r\n\r\n"), 403, "");
	expect(loopback_send(port, "GET /live/news HTTP/1.1\r\nHost: evil.example\r\n"
				   "Connection: close\r\n\r\n"),
	       403, "");
}

Test(server, answers_get_alone)
{
	static const char *const methods[] = {
		"POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"
	};

	for (size_t i = 0; i < sizeof(methods) / sizeof(methods[0]); i++) {
		struct loopback_answer answer;
		char request[256];

		snprintf(request, sizeof(request),
			 "%s / HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nContent-Length: 4\r\n"
			 "Connection: close\r\n\r\nabcd",
			 methods[i], port);
		answer = loopback_send(port, request);
		cr_expect_eq(answer.status, 405, "%s: %d", methods[i], answer.status);
		cr_expect_not_null(strstr(buffer_text(&answer.head), "Allow: GET\r\n"));
		loopback_clear(&answer);
	}
}

Test(server, lets_no_other_page_take_or_frame_what_it_shows)
{
	static const char *const headers[] = {
		"Cross-Origin-Resource-Policy: same-origin\r\n",
		"X-Content-Type-Options: nosniff\r\n",
		"Content-Security-Policy: frame-ancestors 'none'\r\n",
		"Cache-Control: no-store\r\n",
		"Content-Type: text/html; charset=utf-8\r\n",
	};
	struct loopback_answer answer = loopback_get(port, "/");

	for (size_t i = 0; i < sizeof(headers) / sizeof(headers[0]); i++)
		cr_expect_not_null(strstr(buffer_text(&answer.head), headers[i]), "%s", headers[i]);
	loopback_clear(&answer);
}

/* At no other address of the machine: /proc/net/tcp has the address and the port in hexadecimal, state 0A listens. */
Test(server, listens_at_the_loopback_address_alone)
{
	char line[512], wanted[32], any[32];
	bool found = false;
	FILE *file = fopen("/proc/net/tcp", "r");

	if (file == NULL)
		cr_skip_test("no /proc/net/tcp here");
	snprintf(wanted, sizeof(wanted), "0100007F:%04X 00000000:0000 0A", port);
	snprintf(any, sizeof(any), ":%04X 00000000:0000 0A", port);
	while (fgets(line, sizeof(line), file) != NULL) {
		if (strstr(line, any) == NULL)
			continue;
		cr_expect_not_null(strstr(line, wanted), "%s", line);
		found = true;
	}
	fclose(file);
	cr_expect(found);
}

/* -- news --------------------------------------------------------------------------------------- */

Test(server, tells_news_at_once_to_a_page_that_is_behind)
{
	server_tell(server, "{\"said\":1}");
	expect(loopback_get(port, "/live/news?page=statement.html&version=0&number=0"), 200,
	       "{\"version\":1,\"number\":1,\"news\":{\"said\":1}}");
	expect(loopback_get(port, "/live/news?page=nothing.html&version=3&number=1"), 200,
	       "{\"version\":0,");
}

static void *ask(void *body)
{
	struct loopback_answer *answer = body;

	*answer = loopback_get(port, "/live/news?page=statement.html&version=1&number=0");
	return NULL;
}

Test(server, lets_a_page_wait_until_there_is_a_newer_one)
{
	struct loopback_answer answer = { 0 };
	pthread_t thread;

	pthread_create(&thread, NULL, ask, &answer);
	usleep(100000);
	cr_expect_eq(answer.status, 0, "it was answered before there was news");
	show("statement.html", "<p>second</p>", 2);
	pthread_join(thread, NULL);
	expect(answer, 200, "{\"version\":2,");
}

/* A page that waits is answered or hung up on; either way nobody waits for it. */
Test(server, ends_while_pages_wait)
{
	struct loopback_answer answer = { 0 };
	pthread_t thread;

	pthread_create(&thread, NULL, ask, &answer);
	usleep(100000);
	server_free(server);
	server = NULL;
	pthread_join(thread, NULL);
	cr_expect(answer.status == 200 || answer.status == 0);
	loopback_clear(&answer);
}

/* -- ports -------------------------------------------------------------------------------------- */

Test(server, says_that_a_port_is_taken)
{
	errno = 0;
	cr_expect_null(server_new(http, port, 1));
	cr_expect_eq(errno, EADDRINUSE);
}

Test(server, takes_the_next_port_when_it_may)
{
	struct server *other = server_new(http, port, 20);

	cr_assert_not_null(other);
	cr_expect_gt(server_port(other), port);
	cr_expect_lt(server_port(other), port + 20);
	server_free(other);
}
