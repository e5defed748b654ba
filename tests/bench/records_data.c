/*
 * records_data.c - writes a file of records for the bench: what an extract of hospital episodes looks like.
 *
 * usage: records_data ROWS >FILE
 * Pseudonym, organisation, LSOA, age, sex, ethnic code, admission method, specialty, weeks waited, date: about 70 bytes
 * a row. The same number of rows always gives the same bytes. Figures are drawn from made-up shares and say nothing
 * about anybody.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LSOAS = 33755, ORGANISATIONS = 200 };

/* SplitMix64 (Steele, Lea and Flood 2014). */
static uint64_t next(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return z ^ z >> 31;
}

static unsigned below(uint64_t *state, unsigned most)
{
	return (unsigned)((next(state) >> 32) * most >> 32);
}

#define PICK(state, list) (list)[below(state, sizeof(list) / sizeof((list)[0]))]

static void write_row(uint64_t *state, uint64_t people)
{
	static const char *const ethnic[] = { "A", "A", "A", "A", "A", "A", "A", "A", "B",  "C",
					      "C", "D", "E", "F", "G", "H", "H", "J", "J",  "K",
					      "L", "M", "N", "N", "P", "R", "S", "Z", "99", "" };
	static const char *const methods[] = { "11", "11", "12", "12", "13", "21", "21", "21",
					       "22", "23", "24", "28", "31", "32", "81", "2A" };
	static const char *const specialties[] = { "100", "101", "110", "120", "130", "140", "160",
						   "300", "301", "320", "330", "340", "400", "410",
						   "420", "430", "502", "711", "812", "823" };
	static const unsigned char days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	unsigned month = below(state, 12), age = below(state, 1000);
	unsigned long long person;

	/* More of the very young and of the old than of others. */
	age = age < 60 ? 0 : age < 400 ? 1 + age % 60 : 45 + age % 60;
	person = next(state) % people + 1;
	printf("P%012llX%012llX,R%c%02u0,E01%06u,", person * 2654435761 & 0xffffffffffff,
	       person * 0x9e3779b97f4a7c15 >> 16, 'A' + (char)below(state, 20),
	       below(state, ORGANISATIONS / 20), below(state, LSOAS));
	if (below(state, 200) > 0)
		printf("%u", age);
	printf(",%s,%s,%s,%s,",
	       PICK(state,
		    ((const char *const[]){ "1", "2", "1", "2", "1", "2", "9", "1", "2", "2" })),
	       PICK(state, ethnic), PICK(state, methods), PICK(state, specialties));
	if (below(state, 10) > 2)
		printf("%u", below(state, 12) * below(state, 12) / (1 + below(state, 3)));
	printf(",%u-%02u-%02u\n", 2023 + (month < 3), month + 1, 1 + below(state, days[month]));
}

int main(int count, char **words)
{
	uint64_t rows = count == 2 ? strtoull(words[1], NULL, 10) : 0, state = 20250331;

	if (rows == 0) {
		fprintf(stderr, "usage: records_data ROWS >FILE\n");
		return 2;
	}
	printf("pseudonym,organisation,lsoa,age,sex,ethnic_code,admission_method,specialty,"
	       "weeks_waited,date\n");
	for (uint64_t i = 0; i < rows; i++)
		write_row(&state, rows / 3 + 1);
	return fflush(stdout) == 0 ? 0 : 1;
}
