/** Invented people's names, as mixed as a town by the sea. */
export const givenNames = [
  'Aisha', 'Alfie', 'Amelia', 'Amina', 'Anwen', 'Arjun', 'Ava', 'Beatrice', 'Bilal', 'Bronwen', 'Callum', 'Carys', 'Chidi',
  'Chloe', 'Daisy', 'Daniel', 'Dilys', 'Edith', 'Efe', 'Elin', 'Eliza', 'Emre', 'Esther', 'Ethan', 'Fatima', 'Ffion', 'Finlay',
  'Florence', 'Freya', 'George', 'Gethin', 'Grace', 'Hana', 'Harriet', 'Harvey', 'Hassan', 'Imogen', 'Isaac', 'Isla', 'Ivy',
  'Jack', 'Jakub', 'Jasmine', 'Joseph', 'Kacper', 'Kezia', 'Khadija', 'Lena', 'Leo', 'Lily', 'Lowri', 'Lucas', 'Maja', 'Mali',
  'Maryam', 'Matilda', 'Megan', 'Mia', 'Mohammed', 'Nadia', 'Naomi', 'Nia', 'Noah', 'Oliwia', 'Omar', 'Oscar', 'Owen', 'Phoebe',
  'Polly', 'Priya', 'Reuben', 'Rhian', 'Rory', 'Rosa', 'Ruby', 'Saira', 'Samuel', 'Seren', 'Shanelle', 'Simran', 'Sofia',
  'Stanley', 'Tariq', 'Theo', 'Thomas', 'Tilly', 'Tomos', 'Uma', 'Victor', 'Wanjiru', 'William', 'Yasmin', 'Yusuf', 'Zara', 'Zofia',
] as const;

export const familyNames = [
  'Adeyemi', 'Ahmed', 'Ali', 'Allen', 'Baker', 'Bailey', 'Begum', 'Bennett', 'Bevan', 'Brown', 'Campbell', 'Carter', 'Chowdhury',
  'Clarke', 'Cohen', 'Collins', 'Cooper', 'Davies', 'Dhillon', 'Edwards', 'Ellis', 'Evans', 'Farah', 'Foster', 'Griffiths', 'Grant',
  'Green', 'Gupta', 'Hall', 'Harris', 'Hassan', 'Hughes', 'Hussain', 'Jackson', 'James', 'Jenkins', 'Johnson', 'Jones', 'Kamara',
  'Kaur', 'Khan', 'King', 'Kowalska', 'Lewis', 'Llewellyn', 'Mahmood', 'Martin', 'Mensah', 'Mitchell', 'Moore', 'Morgan', 'Mwangi',
  'Nowak', 'O’Brien', 'Okafor', 'Owen', 'Parry', 'Patel', 'Phillips', 'Powell', 'Price', 'Puw', 'Rahman', 'Rees', 'Richards',
  'Roberts', 'Robinson', 'Scott', 'Sharma', 'Shaw', 'Silva', 'Singh', 'Smith', 'Stewart', 'Taylor', 'Thomas', 'Tran', 'Turner',
  'Walker', 'Ward', 'Watson', 'White', 'Williams', 'Wilson', 'Wood', 'Wright', 'Yilmaz', 'Young', 'Zając',
] as const;
