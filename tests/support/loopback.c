#include "support/loopback.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

static int connect_to(unsigned port)
{
	const struct sockaddr_in place = { .sin_family = AF_INET,
					   .sin_port = htons((uint16_t)port),
					   .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	const struct timeval patience = { .tv_sec = 30 };
	int handle = socket(AF_INET, SOCK_STREAM, 0);

	setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
	if (connect(handle, (const struct sockaddr *)&place, sizeof(place)) == 0)
		return handle;
	close(handle);
	return -1;
}

static void take_apart(struct buffer *all, struct loopback_answer *answer)
{
	const char *text = buffer_text(all), *end = strstr(text, "\r\n\r\n");

	if (strncmp(text, "HTTP/1.1 ", 9) != 0 || end == NULL)
		return;
	answer->status = (int)strtol(text + 9, NULL, 10);
	buffer_add(&answer->head, text, (size_t)(end - text) + 2);
	buffer_add(&answer->body, end + 4, all->length - (size_t)(end + 4 - text));
}

struct loopback_answer loopback_send(unsigned port, const char *request)
{
	enum { PIECE = 64 * 1024 };
	struct loopback_answer answer = { 0 };
	char piece[PIECE];
	int handle = connect_to(port);
	struct buffer all;
	ssize_t got;

	if (handle < 0)
		return answer;
	buffer_init(&all);
	if (send(handle, request, strlen(request), MSG_NOSIGNAL) == (ssize_t)strlen(request))
		while ((got = recv(handle, piece, sizeof(piece), 0)) > 0)
			buffer_add(&all, piece, (size_t)got);
	close(handle);
	take_apart(&all, &answer);
	buffer_clear(&all);
	return answer;
}

struct loopback_answer loopback_get(unsigned port, const char *path)
{
	struct loopback_answer answer;
	struct buffer request;

	buffer_init(&request);
	buffer_printf(&request,
		      "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nConnection: close\r\n\r\n", path,
		      port);
	answer = loopback_send(port, buffer_text(&request));
	buffer_clear(&request);
	return answer;
}

void loopback_clear(struct loopback_answer *answer)
{
	buffer_clear(&answer->head);
	buffer_clear(&answer->body);
}
