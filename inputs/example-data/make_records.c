/*
 * make_records.c - writes the records of example-records: an invented waiting list, a row for each person and
 * referral, and the two lists that its codes are looked up in.
 *
 *     make example-data
 *
 * Random:    splitmix64 from a seed; whole numbers alone, so that every machine writes the same bytes.
 * Odd:       areas of other bodies, dates that are none, people without an ethnic group, one who has moved.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SEED = 7, AREAS = 60, PRACTICES = 14, ROWS = 3200, PEOPLE = 2900 };

static uint64_t state;

static void begin(uint64_t seed)
{
	state = seed * 0x9e3779b97f4a7c15ULL + SEED;
}

static uint64_t next(void)
{
	uint64_t z = (state += 0x9e3779b97f4a7c15ULL);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
	return z ^ (z >> 31);
}

static int below(int most)
{
	return (int)(next() % (uint64_t)most);
}

static FILE *open_file(const char *folder, const char *name)
{
	char path[4096];
	FILE *file;

	snprintf(path, sizeof(path), "%s/example-records/data/%s", folder, name);
	file = fopen(path, "wb");
	if (file == NULL) {
		fprintf(stderr, "%s: %s\n", path, strerror(errno));
		exit(EXIT_FAILURE);
	}
	return file;
}

static int fifth_of(int area)
{
	return area % 5 + 1;
}

static void write_lists(const char *folder)
{
	FILE *areas = open_file(folder, "areas.csv");
	FILE *practices = open_file(folder, "practices.csv");

	fputs("Area,Deprivation fifth\n", areas);
	for (int i = 0; i < AREAS; i++)
		fprintf(areas, "NV%04d,%d\n", i + 1, fifth_of(i));
	fputs("Practice,Board\n", practices);
	for (int i = 0; i < PRACTICES; i++)
		fprintf(practices, "P%02d,%s\n", i + 1, i < 9 ? "QNV" : "QEV");
	fclose(areas);
	fclose(practices);
}

struct person {
	int area, practice, year, month, day;
	char sex, group;
};

static struct person person_of(int number)
{
	static const char groups[] = "AAAAAAAAAABCCFGHJJKLMNNPRSZ";
	struct person person;

	begin((uint64_t)number);
	/* More of those who wait live in deprived areas. */
	person.area = below(AREAS);
	if (fifth_of(person.area) > 3 && below(3) == 0)
		person.area = 5 * below(AREAS / 5);
	person.practice = below(PRACTICES);
	person.year = 1932 + below(90);
	person.month = 1 + below(12);
	person.day = 1 + below(28);
	person.sex = "12"[below(2)];
	person.group = groups[below((int)sizeof(groups) - 1)];
	return person;
}

/* Weeks before the census of 31 March 2025: longer where there is more deprivation. */
static int weeks_of(int area)
{
	int most = 46 + 5 * (5 - fifth_of(area)), weeks = below(most);

	return below(4) == 0 ? weeks + below(30) : weeks * 2 / 3;
}

/* The day so many days before 31 March 2025. */
static void write_day(FILE *file, int days)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int year = 2025, month = 3, day = 31;

	while (days >= day) {
		days -= day;
		if (--month == 0) {
			month = 12;
			year--;
		}
		day = lengths[month - 1] + (month == 2 && year % 4 == 0);
	}
	fprintf(file, "%02d/%02d/%04d", day - days, month, year);
}

static void write_row(FILE *file, int row)
{
	static const char *const specialties[] = { "Trauma", "ENT", "Ophthalmology", "Gynaecology",
						   "Cardiology" };
	int number = row < PEOPLE ? row : below(PEOPLE);
	struct person person = person_of(number);
	int area = row == 17 ? 90 : person.area, odd;

	begin(100000 + (uint64_t)row);
	odd = below(400);
	fprintf(file, "%06d,P%02d,NV%04d,", 500000 + number * 7, person.practice + 1,
		(row == PEOPLE + 5 ? (area + 1) % AREAS : area) + 1);
	fprintf(file, "%02d/%02d/%04d,", person.day, odd == 1 ? 13 : person.month,
		odd == 2 ? 1825 : person.year);
	fprintf(file, "%c,", person.sex);
	if (odd > 8)
		fputc(person.group, file);
	fprintf(file, ",%s,", specialties[below(5)]);
	write_day(file, 7 * weeks_of(area) + below(7));
	fprintf(file, ",%s\n", below(12) == 0 ? "planned" : "waiting");
}

int main(int argc, char **argv)
{
	FILE *file;

	if (argc != 2) {
		fputs("usage: make-records FOLDER\n", stderr);
		return 2;
	}
	write_lists(argv[1]);
	file = open_file(argv[1], "waiting-list.csv");
	fputs("Pseudonym,Practice,Area,Born,Sex,Ethnic category,Specialty,Referred,Status\n", file);
	for (int i = 0; i < ROWS; i++)
		write_row(file, i);
	return fclose(file) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
