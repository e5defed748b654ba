#include "records/unpack.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <zstd.h>

#include "base/arena.h"
#include "base/fatal.h"
#include "records/records.h"
#include "records/scan.h"
#include "records/unpack_kinds.h"

enum { BLOCKS = 4, BLOCK_SIZE = 256 * 1024 };

/* Blocks are a ring: the thread fills the one behind the last full one, the reader empties the first full one. */
struct block {
	char *bytes;
	size_t length;
};

struct unpack {
	struct arena *arena; /* the thread's own, for its fault */
	const struct unpack_method *method;
	struct unpack_source source;
	uint64_t lines; /* line ends in what was unpacked */
	char last;      /* byte of it */
	struct block blocks[BLOCKS];
	size_t first, full; /* the first full block, and how many are */
	size_t used;        /* bytes read of the first */
	bool ended, unwanted;
	struct unpack_fault fault;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t filled, emptied;
};

enum unpack_kind unpack_kind_of(const char *bytes, size_t length)
{
	if (length >= 2 && memcmp(bytes, "\x1f\x8b", 2) == 0)
		return UNPACK_GZIP;
	if (length >= 4 && memcmp(bytes, "\x28\xb5\x2f\xfd", 4) == 0)
		return UNPACK_ZSTD;
	return UNPACK_NONE;
}

/* A block to fill; NULL when nobody wants more. */
static struct block *empty_block(struct unpack *unpack)
{
	struct block *block = NULL;

	pthread_mutex_lock(&unpack->lock);
	while (unpack->full == BLOCKS && !unpack->unwanted)
		pthread_cond_wait(&unpack->emptied, &unpack->lock);
	if (!unpack->unwanted)
		block = &unpack->blocks[(unpack->first + unpack->full) % BLOCKS];
	pthread_mutex_unlock(&unpack->lock);
	return block;
}

static void hand_over(struct unpack *unpack, struct block *block, size_t length)
{
	pthread_mutex_lock(&unpack->lock);
	block->length = length;
	unpack->full++;
	pthread_cond_signal(&unpack->filled);
	pthread_mutex_unlock(&unpack->lock);
}

static void end(struct unpack *unpack, struct unpack_fault fault)
{
	pthread_mutex_lock(&unpack->lock);
	unpack->fault = fault;
	unpack->ended = true;
	pthread_cond_signal(&unpack->filled);
	pthread_mutex_unlock(&unpack->lock);
}

/* Bytes that were unpacked: line ends in them, of which CR LF may stand on both sides of the seam. */
static void count_lines(struct unpack *unpack, const struct block *block, size_t length)
{
	struct scan_census census;

	if (length == 0)
		return;
	scan_choose(RECORDS_VECTORS_ANY)->census(block->bytes, length, &census);
	unpack->lines += census.line_ends - (unpack->last == '\r' && block->bytes[0] == '\n');
	unpack->last = block->bytes[length - 1];
}

/* Of damage that shows only when all is unpacked, or a frame of zstd. */
static struct unpack_fault wrong_checksum(const struct unpack *unpack, unsigned long long at)
{
	if (unpack->lines == 0)
		return (struct unpack_fault){ .detail = "its checksum is not that of its text" };
	return (struct unpack_fault){
		.detail = arena_printf(unpack->arena,
				       "the checksum near byte %llu is not that of the text, of "
				       "which %llu lines were read",
				       at, (unsigned long long)unpack->lines)
	};
}

/* Why the text ends, and how much of it there was. zstd tells of damage to the next 128 KiB, so that it is "near". */
static struct unpack_fault fault_of(const struct unpack *unpack, enum unpack_state state)
{
	const struct unpack_source *source = &unpack->source;
	unsigned long long at = source->offset + source->used, lines = unpack->lines;
	const char *what = state == UNPACK_CUT_OFF   ? "it ends too early, at"
			   : state == UNPACK_DAMAGED ? "it is damaged near"
						     : "it cannot be read from";

	if (state == UNPACK_CHECKSUM)
		return wrong_checksum(unpack, at);
	return (struct unpack_fault){
		.detail = arena_printf(unpack->arena, "%s byte %llu, after %llu whole lines", what,
				       at, lines),
		.line = lines + 1,
	};
}

static void *run(void *context)
{
	struct unpack *unpack = context;
	const struct unpack_method *method = unpack->method;
	enum unpack_state state = UNPACK_MORE;
	struct unpack_fault none = { 0 };
	void *running = method->start();
	struct block *block;
	size_t length;

	while (state == UNPACK_MORE && (block = empty_block(unpack)) != NULL) {
		state = method->fill(running, &unpack->source, block->bytes, BLOCK_SIZE, &length);
		count_lines(unpack, block, length);
		if (length > 0)
			hand_over(unpack, block, length);
	}
	end(unpack, state > UNPACK_ENDED ? fault_of(unpack, state) : none);
	method->end(running);
	return NULL;
}

struct unpack *unpack_new(struct arena *arena, int file, enum unpack_kind kind)
{
	struct unpack *unpack = arena_alloc(arena, sizeof(*unpack));

	unpack->arena = arena_new();
	unpack->method = kind == UNPACK_GZIP ? &unpack_gzip : &unpack_zstd;
	unpack->source.file = file;
	unpack->source.bytes = arena_alloc(arena, UNPACK_SOURCE_SIZE);
	for (size_t i = 0; i < BLOCKS; i++)
		unpack->blocks[i].bytes = arena_alloc(arena, BLOCK_SIZE + SCAN_PADDING);
	pthread_mutex_init(&unpack->lock, NULL);
	pthread_cond_init(&unpack->filled, NULL);
	pthread_cond_init(&unpack->emptied, NULL);
	if (pthread_create(&unpack->thread, NULL, run, unpack) != 0)
		fatal_internal("pthread_create");
	return unpack;
}

size_t unpack_read(struct unpack *unpack, char *to, size_t size)
{
	struct block *block;
	size_t length;

	pthread_mutex_lock(&unpack->lock);
	while (unpack->full == 0 && !unpack->ended)
		pthread_cond_wait(&unpack->filled, &unpack->lock);
	block = unpack->full == 0 ? NULL : &unpack->blocks[unpack->first];
	pthread_mutex_unlock(&unpack->lock);
	if (block == NULL)
		return 0;
	length = block->length - unpack->used;
	if (length > size)
		length = size;
	memcpy(to, block->bytes + unpack->used, length);
	unpack->used += length;
	if (unpack->used == block->length) {
		pthread_mutex_lock(&unpack->lock);
		unpack->used = 0;
		unpack->first = (unpack->first + 1) % BLOCKS;
		unpack->full--;
		pthread_cond_signal(&unpack->emptied);
		pthread_mutex_unlock(&unpack->lock);
	}
	return length;
}

struct unpack_fault unpack_fault(const struct unpack *unpack)
{
	return unpack->fault;
}

struct unpack_fault unpack_rest(struct unpack *unpack)
{
	char bytes[BUFSIZ];

	while (unpack_read(unpack, bytes, sizeof(bytes)) > 0)
		continue;
	return unpack->fault;
}

void unpack_free(struct unpack *unpack)
{
	pthread_mutex_lock(&unpack->lock);
	unpack->unwanted = true;
	pthread_cond_signal(&unpack->emptied);
	pthread_mutex_unlock(&unpack->lock);
	pthread_join(unpack->thread, NULL);
	pthread_mutex_destroy(&unpack->lock);
	pthread_cond_destroy(&unpack->filled);
	pthread_cond_destroy(&unpack->emptied);
	close(unpack->source.file);
	arena_free(unpack->arena);
}

const char *records_library_version(void)
{
	return ZSTD_versionString();
}
