#include "run/watch_layout.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "run/run.h"

struct watch_layout watch_layout_none(void)
{
	return (struct watch_layout){ .answer = -1 };
}

/* -- the process ---------------------------------------------------------------------------------- */

/* Code, line and column, then file, detail and hint; each ends with a zero byte. */
static void add_message(struct buffer *bytes, const struct diag *diag)
{
	const char *texts[] = { diag->at.file == NULL ? "" : diag->at.file, diag->detail,
				diag->hint };

	buffer_printf(bytes, "%d %u %u", (int)diag->code, diag->at.line, diag->at.column);
	buffer_add(bytes, "", 1);
	for (size_t i = 0; i < 3; i++)
		buffer_add(bytes, texts[i], strlen(texts[i]) + 1);
}

static void write_all(int file, const char *bytes, size_t length)
{
	ssize_t written = 0;

	for (size_t at = 0; at < length && written >= 0; at += (size_t)written) {
		written = write(file, bytes + at, length - at);
		if (written < 0 && errno == EINTR)
			written = 0;
	}
}

/* The making of the next page goes before, and nobody is left behind when the program is killed. */
_Noreturn static void lay_out(const struct run *made, int answer)
{
	struct run run = *made;
	struct buffer bytes;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (nice(10) < 0)
		errno = 0;
	run.diags = diag_list_new(run.arena);
	run_layout(&run);
	buffer_init(&bytes);
	for (size_t i = 0; i < diag_count(run.diags); i++)
		add_message(&bytes, diag_at(run.diags, i));
	write_all(answer, buffer_text(&bytes), bytes.length);
	_exit(0);
}

/* -- and who waits for it ------------------------------------------------------------------------- */

void watch_layout_begin(struct watch_layout *layout, const struct run *run)
{
	int ends[2];

	if (pipe(ends) != 0)
		return;
	fflush(NULL);
	layout->process = fork();
	if (layout->process == 0) {
		close(ends[0]);
		lay_out(run, ends[1]);
	}
	close(ends[1]);
	if (layout->process < 0)
		close(ends[0]);
	else
		layout->answer = ends[0];
}

static void let_go(struct watch_layout *layout)
{
	int status;

	close(layout->answer);
	while (waitpid(layout->process, &status, 0) < 0 && errno == EINTR)
		continue;
	*layout = watch_layout_none();
}

/* The text at *at, which moves behind it; NULL at the end. */
static const char *next_text(const struct buffer *bytes, size_t *at)
{
	const char *text = bytes->bytes + *at;
	const char *end = *at < bytes->length ? memchr(text, '\0', bytes->length - *at) : NULL;

	if (end == NULL)
		return NULL;
	*at += (size_t)(end - text) + 1;
	return text;
}

static void add_messages(const struct buffer *bytes, struct diag_list *diags)
{
	const char *place, *file, *detail, *hint;

	for (size_t at = 0; (place = next_text(bytes, &at)) != NULL;) {
		char *end;
		unsigned long code = strtoul(place, &end, 10), line = strtoul(end, &end, 10);
		unsigned long column = strtoul(end, NULL, 10);
		struct location from = { .line = (unsigned)line, .column = (unsigned)column };

		file = next_text(bytes, &at);
		detail = next_text(bytes, &at);
		hint = next_text(bytes, &at);
		if (hint == NULL || code >= DIAG_CODE_COUNT)
			return;
		from.file = file[0] == '\0' ? NULL : file;
		diag_add(diags, (enum diag_code)code, from, detail, hint);
	}
}

void watch_layout_end(struct watch_layout *layout, struct diag_list *diags)
{
	struct buffer bytes;
	char some[BUFSIZ];
	ssize_t got = 1;

	if (layout->answer < 0)
		return;
	buffer_init(&bytes);
	while (got != 0) {
		got = read(layout->answer, some, sizeof(some));
		if (got < 0 && errno != EINTR)
			break;
		if (got > 0)
			buffer_add(&bytes, some, (size_t)got);
	}
	add_messages(&bytes, diags);
	buffer_clear(&bytes);
	let_go(layout);
}

void watch_layout_stop(struct watch_layout *layout)
{
	if (layout->answer < 0)
		return;
	kill(layout->process, SIGKILL);
	let_go(layout);
}
