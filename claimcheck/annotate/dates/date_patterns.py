"""The shapes of date expressions, over classes of words, in every language alike.

A pattern is a regular expression over classes (`rules/lang/<code>/dates.yaml`, `date_numbers`):
`month` is any item of that class, `day=n31` also keeps its value as the part `day`, and names in
capitals are the pieces below. A part that ends in `_b` belongs to a second date. A line that
opens with spaces goes on with the pattern above it; of patterns that match equally far the first
one wins.
"""

PIECES = """
# names of months
DOT       (?: dot (?= digits | comma ) )
LAST      (?= comma | dot | rparen | newline | $ | from | and )
MW        (?: monthword of? )
NAME      (?: month=month | month=weak )
ALT       (?: slash (?: alt=month | alt=weak | alt=faint ) | lparen (?: alt=month | alt=weak |
          alt=faint ) rparen | alt=month )
MON       (?: MW? NAME DOT? ALT? | MW? month=faint ALT )
XMON      (?: MON | MW? month=faint DOT? )
HMON      (?: monthword? (?: hmonth=hmonth | hmonth=hweak ) )
HXMON     (?: HMON | hmonth=hfaint )
SEP       (?: of | comma | dot | slash | dash )
# years
NOTCOUNT  (?: (?= clockword ) | (?! stopper | units | percent | gdot digits | gcolon digits |
          gslash digits) )
WYEAR     (?: yearword lparen? (?: year=n4 | year=n3 | year=spelledyear ) rparen? era=era? )
YEAR      (?: WYEAR | year=plain era=era? )
BYEAR     (?: yearword? (?: year=n4 | year=n3 | year=n31 | year=yy ) era=bc )
HYEAR     (?: yearword? (?: year=n4 | year=n3 | year=n31 | year=yy ) era=hijri )
RYEAR     (?: yearword (?: yshift=shiftpost | ythat=thatpost | ythat=relpost | ythat=relafter
          LAST ) | (?: yshift=shiftpre | ythat=thatpre | ythat=relpre ) yearword )
OFYEAR    (?: SEP? (?: YEAR NOTCOUNT | quote year2=yy ) | (?: of | comma )? RYEAR )
# days
DAY       (?: dayword? day=n31 suffix? (?: dayword (?= of ) )? )
ODAY      (?: dayword? day=ordinal )
AFTER     (?: comma | equals | dash | lparen | of )
WDAY      (?: dayword? weekday=weekday )
WD        (?: (?: (?:offset=deictic|offset=todayword) comma? )? (?: daypart=daypart of? )? WDAY
          shift=shiftpost? (?:of? daypart=daypart)? AFTER{0,2} | weekday=wday dot? comma? )
BREAK     (?<! gslash | gdash | gdot | gcolon )
END       (?! (?: gslash | gdash | gcolon ) digits )
# what stands before a month, a year, a period
PART      (?: (?: part=part | part=weakpart ) (?: dash | of )? )
NTH       (?: QUARTER | HALF | termword quarter=ordinal ) of?
QUARTER   (?: (?: quarter=ordinal | quarter=n31 suffix ) dash? quarterword | quarterword
          quarter=ordinal | quarterletter quarter=n31 )
HALF      (?: (?: half=ordinal | half=n31 suffix ) dash? halfword | halfword half=ordinal |
          halfletter half=n31 )
EDGE      (?: units2=units (?: count=count fewadj? edge=edge | edge=edge count=count ) |
          edge=edge count=count units2=units | count=count units2=units edge=edge ) of?
PRE       (?: PART | NTH | PART NTH | EDGE )
CENT      (?: centuryword (?: century=ordinal | century=n31 ) | (?: century=ordinal |
          century=n31 suffix ) dash? centuryword )
CENTURY   (?: CENT (?: era=era )? | cshift=shiftpre centuryword | centuryword cshift=shiftpost )
DECADE    (?: decade=decade | decadeword decade=decade | decades=n4 quote? plurals | quote?
          decade=tens quote? plurals | decadeword tenth=ordinal | tenth=ordinal decadeword )
SEASON    (?: season=season | season=fallseason )
# durations
N         (?: count=count | count=n4 )
SPAN      (?: N units=units | count? dual=dual | (?: vague | fewadj ) plural=plural |
          plural=plural fewadj? | units=unit (?! digits | shiftpost | relpost | thatpost ) )
HEDGE     (?: about=approx )
INSIDE    (?: MON (?: OFYEAR | shift=shiftpost )? | shift=shiftpre MON | YEAR | RYEAR |
          unit=unit shift=shiftpost | shift=shiftpre unit=unit )
# times of day
ZONE      (?: lparen zone=zone rparen | zone=zone | local )
HALFDAY   (?: daypart=halfday )
HM        (?: hour=n24 colon minute=n60 (?: colon n60 )? | hhmm=hhmm )
MINUTES   (?: fraction=fraction | and minute=count minuteword )
CLOCK     (?: clockword (?: HM | hour=hourname | hour=n24 | hour=ordinal ) MINUTES? (?: dash?
          oclock )? (?: HALFDAY | of daypart=daypart )? ZONE? | (?: HM | hour=n12 oclock? |
          hour=hourname MINUTES? ) (?: HALFDAY ZONE? | ZONE ) | hour=n12 oclock (?: of
          daypart=daypart )? | HM of daypart=daypart | hour=noonword ZONE? )
"""

# Kind, pattern. The kinds are read in `date_relative`.
PATTERNS = """
# a day
date      BREAK WD? DAY SEP? XMON OFYEAR? END
date      BREAK WD? DAY SEP? XMON (?: gslash | gdash | quote ) year2=yy END
date      BREAK WD? DAY SEP? MON shift=shiftpost
date      BREAK WD? DAY of? shift=shiftpre MON
date      WD? dayword? day=firstday of? MON (?: OFYEAR | shift=shiftpost )?
date      WD? ODAY of MON (?: OFYEAR | shift=shiftpost )?
date      WD? month=premonth DOT? (?: dash | gslash )? day=n31 suffix? NOTCOUNT (?: SEP? YEAR )?
date      WD? month=premonth DOT? dash? (?: day=n31 suffix | day=ordinal ) (?: SEP? YEAR )?
date      WD? month=premonthfaint DOT? day=n31 suffix? comma? YEAR
date      WD? month=premonth DOT? dayyear=dayyear
date      WD? MON SEP? day=n31 suffix? comma? YEAR
date      WD? (?: DAY | ODAY ) of? monthword (?: mshift=shiftpost | mthat=thatpost |
          mthat=relpost ) (?: SEP? YEAR )?
date      WD? (?: DAY | ODAY ) of? (?: mshift=shiftpre | mthat=thatpre | mthat=relpre )
          monthword (?: SEP? YEAR )?
date      BREAK WD? dotted=dotted era=era?
numeric   BREAK WD? a=n31 gslash b=n31 gslash (?: c=n4 | c2=yy ) era=era? END
numeric   BREAK WD? a=n31 gdash b=n31 gdash (?: c=n4 | c2=yy ) era=era? END
numeric   BREAK WD? a=n31 slash b=n31 slash c=n4 era=era? END
numeric   BREAK WD? a=n31 dash b=n12 dash c=n4 END
date      BREAK WD? year=n4 gdash month=n12 gdash day=n31 END
date      BREAK WD? year=n4 gslash month=n12 gslash day=n31 era=era? END
date      BREAK WD? year=plain SEP? MON SEP? day=n31 suffix?
# a day of the Islamic calendar
date      BREAK WD? (?: DAY | ODAY ) SEP? HXMON (?: SEP? (?: HYEAR | WYEAR | year=n4 ) | of?
          RYEAR )?
date      WD? (?: DAY | ODAY ) SEP? HXMON shift=shiftpost
date      PRE? HXMON (?: SEP? (?: HYEAR | WYEAR | year=n4 ) | of? RYEAR )
date      PRE? HXMON shift=shiftpost | PRE? shift=shiftpre HMON
date      PRE? monthword (?: hmonth=hmonth | hmonth=hweak | hmonth=hfaint | hmonth=hrare )
date      (?: WD? (?: DAY | ODAY ) of? )? monthword? hmonth=hrare SEP? HYEAR
date      PRE? hmonth=hmonth
# days relative to today
date      dayword? (?: offset=deictic | offset=todayword ) (?: lparen? comma? dayword?
          weekday=weekday rparen? )? (?: of? daypart=daypart )?
date      (?: daypart=daypart of? ) dayword? (?: offset=deictic | offset=todayword ) (?: comma?
          weekday=weekday )?
date      offset=tonight (?: comma? weekday=weekday )?
date      (?: daypart=daypart of? )? WDAY (?: shift=shiftpost | rel=relpost | rel=relafter LAST
          )? (?: of? daypart=daypart )?
date      (?: shift=shiftpre | rel=relpre ) weekday=weekday (?: of? daypart=daypart )?
# a month
date      PRE? MON OFYEAR | PRE? XMON SEP? YEAR NOTCOUNT END
date      PRE? MON shift=shiftpost | PRE? (?: shift=shiftpre | rel=relpre ) MON
date      PART dash? MON | PART (?: month=weak )
date      monthword month=n12 NOTCOUNT (?: OFYEAR | shift=shiftpost )?
date      monthword? month=month ALT? | monthword month=weak ALT? | month=weak ALT
date      (?<= prep ) month=weak
date      PRE? year=plain SEP MON | BREAK month=n12 (?: gslash | gdash ) year=plain END
date      BREAK year=plain gdash month=n12 END
date      XMON quote year2=yy
# a year
date      PRE? WYEAR
date      PRE? (?: BYEAR | HYEAR ) | PRE? era=adbefore (?: year=n4 | year=n3 | year=n31 ) | PRE?
          year=plain era=era
date      PRE year=plain NOTCOUNT END
date      PRE? RYEAR
date      (?<= prep ) year=plain NOTCOUNT END | (?<= prep ) year=spelledyear NOTCOUNT
date      (?<= yearhead ) year=plain NOTCOUNT END | BREAK year=plain (?= yeartail )
date      (?<= lparen ) year=plain (?= rparen )
date      (?: ^ | (?<= newline ) ) year=plain (?: (?= newline ) | $ )
# the first Friday, the last week, the second month of one
date      PART? (?: nth=ordinal | nth=edge | nth=n31 suffix ) (?: nthday=weekday | nthday=bareday |
          nthunit=unit ) of? INSIDE
date      PART? dayword? (?: nthday=weekday | nthunit=unit ) (?: nth=ordinal | nth=edge ) of? INSIDE
# decades, centuries, seasons
date      PART? DECADE (?: of? CENTURY )?
date      PART? CENTURY
date      PART? millenniumword millennium=ordinal era=era? | millennium=ordinal millenniumword
          era=era?
date      PART? SEASON of? (?: YEAR | RYEAR )
date      PART? season=season shift=shiftpost | PART? shift=shiftpre SEASON
date      (?<= prep ) season=season
school    SEASON of? year=n4 (?:slash|dash) (?: until=n4 | until2=yy )
# periods around the anchor or another date
date      PRE? (?: unit=unit shift=shiftpost | shift=shiftpre unit=unit )
date      PRE? (?: unit=unit (?: that=thatpost | that=relpost | that=relafter LAST ) | (?:
          that=thatpre | that=relpre ) unit=unit )
date      PART unit=unit (?! count )| NTH unit=unit
date      QUARTER (?! of )
date      units=units (?: count=count | fewadj ) span=lately | count=count units=units
          span=lately | span=lately (?: count=count | fewadj | vague ) units=units
date      dual=dual span=lately | (?: plural=plural span=lately fewadj?)
# so long before or after
ago       HEDGE? SPAN agoword
ago       agoprep HEDGE? SPAN
later     SPAN later=laterword
later     later=laterword prep? SPAN
after     afterprep HEDGE? SPAN
hence     SPAN hence
ahead     (?<= inprep ) SPAN
# two days, months or years
range     BREAK WD? DAY (?: dash | to ) (?: WDAY AFTER? )? dayword? day_b=n31 suffix? of? MON_b
          OFYEAR_b? END
range     (?<= between ) WD? DAY and dayword? day_b=n31 suffix? of? MON_b OFYEAR_b? END
range     (?<= from ) (?: DAY | ODAY ) to (?: WDAY AFTER? )? dayword? (?: day_b=n31 |
          day_b=ordinal ) of? MON_b (?: OFYEAR_b | shift_b=shiftpost )?
range     (?<= between ) (?: DAY | ODAY ) and (?: WDAY AFTER? )? dayword? (?: day_b=n31 |
          day_b=ordinal ) of? MON_b (?: OFYEAR_b | shift_b=shiftpost )?
range     month=premonth DOT? day=n31 suffix? (?: dash | to ) day_b=n31 suffix? comma? (?:
          YEAR_b )?
range     MON day=n31 (?: dash | to ) day_b=n31 END
range     MON (?: dash | to ) MON_b OFYEAR_b?
range     (?<= between ) MON and MON_b OFYEAR_b?
range     BREAK year=plain (?: dash | slash | to ) yearword? year_b=plain era_b=era? NOTCOUNT
          END
school    (?: yearword | (?<= prep ) | (?<= yearhead ) ) year=plain (?: gdash | gslash | dash |
          slash ) (?: until=n4 | until2=yy ) END
range     yearword year=n4 era=era? (?: dash | to | slash ) yearword? year_b=n4 era_b=era?
range     (?<= between ) (?: yearword | yearswords )? year=n4 and yearword? year_b=n4 era_b=era?
          NOTCOUNT
range     yearswords year=n4 (?: dash | to | slash ) year_b=n4
range     DECADE (?: dash | to ) decade_b=decade
range     (?: yearword | yearswords )? year=n31 (?: dash | to ) year_b=n31 era_b=bc | (?:
          year=n3 | year=n4 ) (?: dash | to ) (?: year_b=n3 | year_b=n4 ) era_b=bc
range     part=part (?: to | dash | and ) of? PART_b (?: DECADE_b (?: of? CENTURY_b )? | MON_b
          OFYEAR_b? | YEAR_b | RYEAR_b | CENTURY_b )
list      BREAK WD? DAY (?: and | comma ) dayword? day_b=n31 suffix? of? MON_b OFYEAR_b? END
list      daywords day=n31 and day_b=n31 of? MON_b OFYEAR_b?
list      monthswords? MON (?: and | comma ) MON_b OFYEAR_b?
list      yearswords year=n4 (?: comma | and ) year_b=n4 (?: (?: comma | and ) and? year_c=n4 )?
list      (?<= prep ) year=plain (?: comma | and ){1,2} year_b=plain NOTCOUNT (?: (?: comma |
          and ){1,2} year_c=plain NOTCOUNT )?
list      SEASON (?: and | comma ) season_b=season of? (?: YEAR_b | RYEAR_b )
# times of day
bareclock HM
clock     CLOCK
clock     (?<= at | equals ) HM ZONE? | (?<= at ) hour=hourname MINUTES
"""
