/*
 * watch.c - the command that shows a report in the browser and makes it again whenever a file of it changes.
 *
 * It goes on until it is told to end, so that it says what it has to say as it goes.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/outfile.h"
#include "base/path.h"
#include "html/html.h"
#include "run/command.h"
#include "run/file_stamps.h"
#include "run/incremental.h"
#include "run/watch_layout.h"
#include "run/watch_pages.h"
#include "run/web.h"
#include "serve/follow.h"
#include "serve/server.h"

enum {
	PORT_FIRST = 8017,
	PORTS = 20,
	PORT_LAST = 65535,
	NEWS_MS = 25000,
	DIAGS_OF_A_KIND_MOST = 10
};

struct watch {
	struct command_line *line;
	struct follower *follower;
	struct incremental *incremental;
	struct watch_pages pages;
	struct run *run; /* the last making; NULL before the first */
	struct watch_layout layout;
	struct arena *names; /* of the files that are followed */
	const char **files;
	size_t file_count;
	struct buffer said; /* the last messages at the terminal, which are not said again */
	bool shown;         /* a statement is shown, the last one or an earlier one */
	bool followed;      /* it could be followed so far: the fault is told once */
};

/* -- what is said at the terminal ----------------------------------------------------------------- */

static double now_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return 1e3 * (double)time.tv_sec + 1e-6 * (double)time.tv_nsec;
}

static void say_messages(struct watch *watch, const struct diag_list *diags)
{
	const char *no_colour = getenv("NO_COLOR");
	struct buffer text;

	buffer_init(&text);
	if (watch->line->json)
		diag_write_json(diags, &text);
	else
		diag_write(diags, &text,
			   isatty(STDERR_FILENO) && (no_colour == NULL || no_colour[0] == '\0'));
	if (strcmp(buffer_text(&text), buffer_text(&watch->said)) != 0)
		fwrite(buffer_text(&text), 1, text.length, stderr);
	buffer_clear(&watch->said);
	watch->said = text;
}

static void say_state(const struct watch *watch, size_t errors, double milliseconds)
{
	const char *spec = watch->line->run.spec;

	if (watch->line->quiet || watch->line->json)
		return;
	if (errors == 0)
		fprintf(stderr, "%s: shown after %.0f ms\n", spec, milliseconds);
	else
		fprintf(stderr, "%s: %zu %s; %s\n", spec, errors, errors == 1 ? "error" : "errors",
			watch->shown ? "the last statement without errors is still shown"
				     : "there is no statement to show yet");
}

/* -- the edition on the disk, where one is asked for ---------------------------------------------- */

static bool add_page(const struct watch *watch, const struct run *run,
		     const struct extract_pages *extract, const char *name,
		     struct outfile_set *outputs)
{
	struct html_job job;
	struct buffer bytes;

	if (!web_job(run, extract, &job))
		return false;
	job.fonts = watch->pages.fonts;
	buffer_init(&bytes);
	html_write_document(&job, &bytes);
	outfile_set_add(outputs, name, &bytes);
	return true;
}

static void write_edition(const struct watch *watch, const struct run *run)
{
	struct outfile_set *outputs;
	bool made;

	if (run->options->output == NULL)
		return;
	outputs = outfile_set_new(run->arena, run->options->output);
	made = add_page(watch, run, NULL, watch_page_name(run), outputs);
	for (size_t i = 0; made && i < run->document->extract_count; i++)
		made = add_page(watch, run, &run->extracts[i],
				arena_printf(run->arena, "%s.html", run->extracts[i].document->id),
				outputs);
	if (made)
		outfile_set_write(outputs, run->diags);
	outfile_set_free(outputs);
}

/* -- making and showing --------------------------------------------------------------------------- */

static void show(struct watch *watch, struct run *run)
{
	watch->pages.fonts = incremental_fonts(watch->incremental);
	watch->pages.version++;
	run_tell(run);
	if (diag_errors(run->diags) > 0)
		return;
	/* Messages first: the page asks for them as soon as it is loaded. */
	watch_tell(&watch->pages, run->diags, true);
	watch->shown = watch_show_report(&watch->pages, run) || watch->shown;
}

/* What can wait until the page is there. */
static void show_rest(struct watch *watch, struct run *run)
{
	extracts_draw_pictures(run);
	watch_show_extracts(&watch->pages, run);
	server_withdraw_before(watch->pages.server, watch->pages.version);
	write_edition(watch, run);
}

/* What the making had to say, and the layout of its pages if that has been done; of the page and at the terminal. */
static void say(struct watch *watch, bool made)
{
	struct diag_list *all = diag_list_new(watch->run->arena);

	if (watch->line->run.strict)
		diag_raise_warnings(all);
	diag_add_all(all, watch->run->diags);
	watch_layout_end(&watch->layout, all);
	diag_sort(all, DIAGS_OF_A_KIND_MOST);
	if (!watch->line->quiet || diag_errors(all) > 0)
		say_messages(watch, all);
	watch_tell(&watch->pages, all, made);
}

static void make(struct watch *watch)
{
	double begin = now_ms(), end;
	struct run *run;
	bool made;

	watch_layout_stop(&watch->layout);
	run = watch->run = incremental_make(watch->incremental);
	if (run->document != NULL)
		show(watch, run);
	made = run->document != NULL && diag_errors(run->diags) == 0;
	end = now_ms();
	if (made)
		show_rest(watch, run);
	say(watch, made);
	say_state(watch, diag_errors(run->diags), end - begin);
	if (made)
		watch_layout_begin(&watch->layout, run);
}

/* -- what is followed ----------------------------------------------------------------------------- */

struct names {
	const char **items;
	size_t count, capacity;
};

static bool is_among(const struct names *names, const char *path)
{
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(names->items[i], path) == 0)
			return true;
	return false;
}

static void add_name(struct arena *arena, struct names *names, const char *path)
{
	names->items = arena_grow(arena, names->items, names->count, &names->capacity,
				  sizeof(const char *));
	names->items[names->count++] = arena_strdup(arena, path);
}

/* The folder of the report, those in it, and folders of data: where a file may be that was looked for in vain. */
static struct names likely_folders(struct arena *arena, const struct run_options *options)
{
	const char *folder = path_folder(arena, options->spec);
	DIR *listing = opendir(folder);
	struct names names = { 0 };

	add_name(arena, &names, folder);
	for (const struct dirent *entry; listing != NULL && (entry = readdir(listing)) != NULL;)
		if (entry->d_type == DT_DIR && entry->d_name[0] != '.')
			add_name(arena, &names, path_join(arena, folder, entry->d_name));
	if (listing != NULL)
		closedir(listing);
	for (size_t i = 0; i < options->data_folder_count; i++)
		add_name(arena, &names, options->data_folders[i]);
	return names;
}

/* Of the files of a making that failed early not all are known: those of the one before are followed as well. */
static void note_files(struct watch *watch, bool faulty)
{
	const struct file_stamps *stamps = incremental_files(watch->incremental);
	struct arena *arena = arena_new();
	struct names names = { 0 };

	add_name(arena, &names, watch->line->run.spec);
	for (size_t i = 0; stamps != NULL && i < file_stamps_count(stamps); i++)
		add_name(arena, &names, file_stamps_path(stamps, i));
	for (size_t i = 0; faulty && i < watch->file_count; i++)
		if (!is_among(&names, watch->files[i]))
			add_name(arena, &names, watch->files[i]);
	arena_free(watch->names);
	watch->names = arena;
	watch->files = names.items;
	watch->file_count = names.count;
}

static void follow(struct watch *watch)
{
	bool faulty = incremental_failed(watch->incremental);
	struct followed followed;
	struct names folders;

	note_files(watch, faulty);
	folders = likely_folders(watch->names, &watch->line->run);
	followed = (struct followed){
		.files = watch->files,
		.file_count = watch->file_count,
		.folders = folders.items,
		.folder_count = faulty ? folders.count : 0,
	};
	if (!follower_set(watch->follower, &followed) && watch->followed) {
		fprintf(stderr, "some files cannot be followed: %s\n", strerror(errno));
		watch->followed = false;
	}
}

/* -- the command ---------------------------------------------------------------------------------- */

/*
 * Makes the report whenever its files say something else; after errors at every change, for files that lacked. What
 * changes while it is made waits to be told: folders are followed before.
 */
static void go_on(struct watch *watch)
{
	enum follower_news news = FOLLOWER_CHANGE;

	follow(watch);
	while (news != FOLLOWER_END) {
		if (news == FOLLOWER_NOTHING)
			server_answer_all(watch->pages.server);
		else if (news == FOLLOWER_ANSWER)
			say(watch, true);
		else if (incremental_is_stale(watch->incremental) ||
			 incremental_failed(watch->incremental)) {
			make(watch);
			follow(watch);
			/* What was written before it was followed. */
			if (incremental_is_stale(watch->incremental) &&
			    !incremental_failed(watch->incremental))
				continue;
		}
		follower_listen(watch->follower, watch->layout.answer);
		news = follower_wait(watch->follower, NEWS_MS);
	}
}

/* False after a message when it is no port. */
static bool read_port(struct command_line *line, unsigned *port, unsigned *ports)
{
	char *end;
	unsigned long number;

	*port = PORT_FIRST;
	*ports = PORTS;
	if (line->port == NULL)
		return true;
	number = strtoul(line->port, &end, 10);
	if (strspn(line->port, "0123456789") != strlen(line->port) || number > PORT_LAST) {
		diag_addf(line->diags, DIAG_USAGE, (struct location){ 0 }, "--port %s: %s",
			  line->port, "it must be a number from 0 to 65535");
		return false;
	}
	*port = (unsigned)number;
	*ports = 1;
	return true;
}

static struct server *begin_serving(struct command_line *line, unsigned port, unsigned ports)
{
	const struct http_library *http = server_library_load(line->arena, line->diags);
	const char *place = arena_printf(line->arena, "127.0.0.1:%u", port);
	struct server *server;

	if (http == NULL)
		return NULL;
	server = server_new(http, port, ports);
	if (server != NULL)
		return server;
	if (errno == EADDRINUSE)
		diag_add(
			line->diags, DIAG_PORT_TAKEN, (struct location){ 0 }, place,
			line->port != NULL
				? "choose another port, or leave --port out: then a free one is found"
				: arena_printf(
					  line->arena,
					  "%u ports from there are taken; choose one with --port",
					  ports));
	else
		diag_addf(line->diags, DIAG_SERVING_FAILED, (struct location){ 0 }, "%s: %s", place,
			  strerror(errno));
	return NULL;
}

static void serve(struct watch *watch)
{
	struct command_line *line = watch->line;
	const struct run run = run_new(line->arena, line->diags, &line->run);

	if (!watch_show_nothing(&watch->pages, &run))
		return;
	printf("http://127.0.0.1:%u/\n", server_port(watch->pages.server));
	fflush(stdout);
	watch->incremental = incremental_new(&line->run);
	go_on(watch);
	watch_layout_stop(&watch->layout);
	incremental_free(watch->incremental);
	buffer_clear(&watch->said);
	arena_free(watch->names);
}

void command_watch(struct command_line *line)
{
	struct watch watch = { .line = line,
			       .pages = { .version = 1 },
			       .layout = watch_layout_none(),
			       .followed = true };
	unsigned port, ports;

	if (!command_operands(line, 1, "SPEC") || !read_port(line, &port, &ports))
		return;
	line->run.spec = line->operands[1];
	line->run.formats = "html";
	if (!path_exists(line->run.spec)) {
		diag_add(line->diags, DIAG_SPEC_UNREADABLE,
			 (struct location){ .file = line->run.spec }, strerror(ENOENT), NULL);
		return;
	}
	/* Before the server has a thread, which must not take the signals. */
	watch.follower = follower_new();
	if (watch.follower == NULL) {
		diag_add(line->diags, DIAG_SERVING_FAILED, (struct location){ 0 }, strerror(errno),
			 NULL);
		return;
	}
	watch.pages.server = begin_serving(line, port, ports);
	if (watch.pages.server != NULL)
		serve(&watch);
	server_free(watch.pages.server);
	follower_free(watch.follower);
}
